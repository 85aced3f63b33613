/** A house with four sign-ons: the doubles of citizens and staff, one that says whatever a test wants, one that is silent. */
import type { JsonValue } from '../../../engine/core/json.ts'
import type { SignOnConfig } from '../../../engine/http/sign-on/config.ts'
import { startSignOnDouble, type Room, type SignOnDouble } from '../../../engine/sandbox/sign-on/double.ts'
import { freePort } from '../../../cli/running/port.ts'
import { openHouse, type House } from '../house.ts'
import { traveller, type Landing, type Traveller } from '../traveller.ts'
import { openFalseProvider, type FalseProvider } from './false-provider.ts'

export const SECRET = 'a secret of tests, forty characters long'
export const text = (en: string) => ({ ar: 'دخول', en })

/** For which companies the register names c-5 a signatory; a test changes it. */
export const signedFor: JsonValue[] = []

const PEOPLE = {
  citizens: [
    { subject: 'c-1', name: 'ليلى', note: text('citizen'), claims: { national_id: '900000001' } },
    { subject: 'c-2', name: 'سامر', note: text('new'), claims: { national_id: '900000055' } },
    { subject: 'c-3', name: 'من', note: text('a clerk’s name'), claims: { national_id: 'clerk.rana' } },
    { subject: 'c-66', name: 'هالة', note: text('known before'), claims: { national_id: '900000066' } },
    { subject: 'c-4', name: 'من', note: text('nobody'), claims: {} },
    {
      subject: 'c-5',
      name: 'هبة',
      note: text('signatory'),
      claims: { national_id: '900000066', companies: signedFor },
    },
  ],
  staff: [
    {
      subject: 's-1',
      name: 'رنا',
      note: text('clerk'),
      claims: { preferred_username: 'clerk.rana', agency: 'moj', roles: ['masar-supervisor'], groups: ['supervisors'] },
    },
    {
      subject: 's-2',
      name: 'هدى',
      note: text('of another agency'),
      claims: { preferred_username: 'clerk.other', agency: 'moj', roles: ['masar-clerk'] },
    },
    {
      subject: 's-3',
      name: 'نور',
      note: text('no role'),
      claims: { preferred_username: 'clerk.nour', agency: 'moj', roles: ['printer'] },
    },
  ],
}

export const citizens = (issuer: string): SignOnConfig => ({
  id: 'national',
  title: text('National sign-on'),
  issuer,
  clientId: 'masar',
  clientSecret: SECRET,
  people: 'citizens',
  agency: 'public',
  claims: { user: 'national_id', name: 'name' },
})

const withCompanies = (config: SignOnConfig): SignOnConfig => ({
  ...config,
  claims: { ...config.claims, companies: 'companies' },
})

export const staff = (issuer: string): SignOnConfig => ({
  id: 'staff',
  title: text('Directory'),
  issuer,
  clientId: 'masar',
  clientSecret: SECRET,
  people: 'staff',
  claims: { user: 'preferred_username', name: 'name', agency: 'agency', roles: 'roles', groups: 'groups' },
  roles: { 'masar-clerk': 'clerk', 'masar-supervisor': 'supervisor' },
})

export interface Town extends AsyncDisposable {
  readonly house: House
  readonly double: SignOnDouble
  readonly liar: FalseProvider
  /** A browser in which nobody is signed in. */
  newcomer(): Newcomer
}

/** A browser, and the ways of its reader. */
export interface Newcomer extends Traveller {
  /** As far as the address the browser is sent back to, which it has not asked for yet. */
  proven(id: string, person: string, next?: string): Promise<string>
  enter(id: string, person: string, next?: string): Promise<Landing>
  /** The sign-in page, which says who is signed in. */
  known(): Promise<Landing>
  /** "" where nobody is signed in. */
  session(): string
  me(): Promise<Readonly<Record<string, unknown>>>
}

export async function openTown(): Promise<Town> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const room = (name: 'citizens' | 'staff', id: string): Room => ({
    name,
    title: text(name),
    client: {
      id: 'masar',
      secret: SECRET,
      redirects: [`${url}/sign-in/${id}/back`],
      afterwards: [`${url}/sign-in`],
      endings: `${url}/api/sign-ons/${id}/endings`,
    },
    people: PEOPLE[name],
  })
  const double = await startSignOnDouble({ rooms: [room('citizens', 'national'), room('staff', 'staff')] })
  const liar = await openFalseProvider()
  const signOns = [
    withCompanies(citizens(double.issuer('citizens'))),
    staff(double.issuer('staff')),
    { ...citizens(liar.issuer), id: 'liar' },
    { ...citizens('http://127.0.0.1:1'), id: 'silent' },
  ]
  const house = await openHouse({ port, publicUrl: url, signOns })
  return {
    house,
    double,
    liar,
    newcomer: () => newcomer(house),
    async [Symbol.asyncDispose]() {
      await house.close()
      await double.close()
      await liar[Symbol.asyncDispose]()
    },
  }
}

function newcomer(house: House): Newcomer {
  const browser = traveller()
  const isOurs = (url: string): boolean => url.startsWith(house.url)
  const session = (): string => browser.cookies(house.url).get('masar') ?? ''
  const proven = async (id: string, person: string, next = '/sign-in'): Promise<string> => {
    const asked = await browser.get(`${house.url}/sign-in/${id}?next=${encodeURIComponent(next)}`)
    const choice = await browser.follow(asked)
    if (!choice.text.includes('double')) throw new Error(choice.text)
    const chosen = await browser.follow(await browser.post(choice.url, { person }), isOurs)
    return chosen.location ?? ''
  }
  return {
    ...browser,
    proven,
    session,
    enter: async (id, person, next) => browser.follow(await browser.get(await proven(id, person, next))),
    known: () => browser.get(`${house.url}/sign-in`),
    me: async () => (await house.call('GET', '/api/me', { token: session() })).json,
  }
}

export const refusedIn = ({ text }: Landing): string | undefined => /data-refused="([^"]+)"/.exec(text)?.[1]
