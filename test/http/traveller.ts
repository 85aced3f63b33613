/** A browser without a window: keeps the cookies of each place, follows where it is sent only when told to. */
export interface Traveller {
  /** Cookies of one place, by name. */
  readonly cookies: (place: string) => Map<string, string>
  get(url: string): Promise<Landing>
  post(
    url: string,
    form: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Landing>
  /** From redirect to redirect, until a page or an address that `until` accepts, which is not asked for. */
  follow(from: Landing, until?: (url: string) => boolean): Promise<Landing>
}

export interface Landing {
  readonly url: string
  readonly status: number
  /** Where it is sent on to, whole. */
  readonly location: string | undefined
  readonly text: string
}

export function traveller(): Traveller {
  const jars = new Map<string, Map<string, string>>()
  const cookies = (place: string): Map<string, string> => {
    const { origin } = new URL(place)
    const jar = jars.get(origin) ?? new Map<string, string>()
    jars.set(origin, jar)
    return jar
  }
  const ask = async (url: string, init: RequestInit): Promise<Landing> => {
    const jar = cookies(url)
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { accept: 'text/html', ...(cookie === '' ? {} : { cookie }), ...init.headers }
    const response = await fetch(url, { ...init, headers, redirect: 'manual' })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '' || /max-age=0|expires=thu, 01 jan 1970/i.test(line)) jar.delete(name)
      else jar.set(name, value)
    }
    const to = response.headers.get('location')
    const location = to === null ? undefined : new URL(to, url).href
    return { url, status: response.status, location, text: await response.text() }
  }
  const get = (url: string): Promise<Landing> => ask(url, {})
  return {
    cookies,
    get,
    post: (url, form, headers = {}) =>
      ask(url, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
        body: new URLSearchParams(form).toString(),
      }),
    async follow(from, until = () => false) {
      let at = from
      for (let n = 0; at.location !== undefined && n < 12 && !until(at.location); n++) at = await get(at.location)
      return at
    },
  }
}

export const csrfIn = (text: string): string => /name="csrf" value="([^"]+)"/.exec(text)?.[1] ?? ''
