/** One bare HTTP request, every header as given, for looking at the double without the connector. */
import http from 'node:http'

export interface Answer {
  readonly status: number
  readonly headers: http.IncomingHttpHeaders
  readonly text: string
}

export interface Ask {
  readonly method?: string
  readonly path: string
  /** Names and values, as raw pairs so that names may repeat. */
  readonly headers?: readonly string[]
  readonly body?: string
}

export function ask(url: string, { method = 'GET', path, headers = [], body = '' }: Ask): Promise<Answer> {
  const { hostname, port } = new URL(url)
  const { promise, resolve, reject } = Promise.withResolvers<Answer>()
  const own = [
    'Host',
    `${hostname}:${port}`,
    ...(body === '' ? [] : ['Content-Length', String(Buffer.byteLength(body))]),
  ]
  const request = http.request({ hostname, port, method, path, headers: [...own, ...headers], agent: false })
  request.on('error', reject)
  request.on('response', (response) => {
    const chunks: Buffer[] = []
    response.on('data', (chunk: Buffer) => chunks.push(chunk))
    response.on('error', reject)
    response.on('end', () =>
      resolve({
        status: response.statusCode ?? 0,
        headers: response.headers,
        text: Buffer.concat(chunks).toString('utf8'),
      }),
    )
  })
  request.end(body)
  return promise
}
