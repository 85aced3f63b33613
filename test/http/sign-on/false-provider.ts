/** An OpenID provider that says whatever a test wants it to, over real HTTP. */
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose'

export interface FalseProvider extends AsyncDisposable {
  readonly issuer: string
  /** What the ID token says, given what it ought to say; a text is handed out as it is. */
  says: (right: JWTPayload, sign: (claims: JWTPayload) => Promise<string>) => Promise<string>
  /** Nonce of the last browser that was sent here. */
  nonce: string
  readonly sign: (claims: JWTPayload, kind?: string) => Promise<string>
  /** Signed with a key that stands nowhere. */
  readonly forge: (claims: JWTPayload) => Promise<string>
}

const SECONDS = 300

export async function openFalseProvider(): Promise<FalseProvider> {
  const [known, unknown] = await Promise.all([generateKeyPair('ES256'), generateKeyPair('ES256')])
  const jwk = { ...(await exportJWK(known.publicKey)), kid: 'one', alg: 'ES256', use: 'sig' }
  const signWith = (key: CryptoKey) => (claims: JWTPayload, typ?: string) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256', kid: 'one', ...(typ === undefined ? {} : { typ }) })
      .sign(key)
  const sign = signWith(known.privateKey)
  const server = createServer((request, response) => {
    void reply(request.url ?? '', response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider: FalseProvider = {
    issuer,
    nonce: '',
    sign,
    forge: signWith(unknown.privateKey),
    says: (right) => sign(right),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  async function reply(path: string, response: ServerResponse): Promise<void> {
    const body = JSON.stringify(await answer(path))
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(body)
  }
  async function answer(path: string): Promise<object> {
    if (path.startsWith('/.well-known/')) return description(issuer)
    if (path.startsWith('/jwks')) return { keys: [jwk] }
    const now = Math.floor(Date.now() / 1000)
    const times = { iat: now, exp: now + SECONDS }
    const right = {
      iss: issuer,
      aud: 'masar',
      sub: 's-1',
      nonce: provider.nonce,
      ...times,
      national_id: '900000077',
      name: 'س',
    }
    return { access_token: 'a', token_type: 'Bearer', id_token: await provider.says(right, sign) }
  }
  return provider
}

const description = (issuer: string): object => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/jwks`,
  response_types_supported: ['code'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['ES256'],
})
