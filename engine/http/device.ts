/** What a session was opened with, as its owner knows it again: which browser, on what. Nothing else of it is kept. */
export const BROWSERS = ['edge', 'opera', 'samsung', 'firefox', 'chrome', 'safari'] as const
export const SYSTEMS = ['android', 'ios', 'windows', 'macos', 'linux'] as const
export type Browser = (typeof BROWSERS)[number]
export type System = (typeof SYSTEMS)[number]

/** The first that fits: most browsers also say that they are others. */
const BROWSER_MARKS: Readonly<Record<Browser, RegExp>> = {
  edge: /\bEdg(?:e|A|iOS)?\//,
  opera: /\bOP(?:R|T|iOS)\//,
  samsung: /\bSamsungBrowser\//,
  firefox: /\b(?:Firefox|FxiOS)\//,
  chrome: /\b(?:Headless)?(?:Chrome|Chromium|CriOS)\//,
  safari: /\bSafari\//,
}
const SYSTEM_MARKS: Readonly<Record<System, RegExp>> = {
  android: /\bAndroid\b/,
  ios: /\b(?:iPhone|iPad|iPod)\b/,
  windows: /\bWindows\b/,
  macos: /\bMac OS X\b/,
  linux: /\bLinux\b/,
}

export interface Device {
  readonly browser: Browser | undefined
  readonly system: System | undefined
}

const LONGEST = 500

/** "firefox/android"; "/" for what is no browser. */
export function deviceOf(userAgent: string | undefined): string {
  const said = (userAgent ?? '').slice(0, LONGEST)
  const browser = BROWSERS.find((name) => BROWSER_MARKS[name].test(said))
  const system = SYSTEMS.find((name) => SYSTEM_MARKS[name].test(said))
  return `${browser ?? ''}/${system ?? ''}`
}

export function readDevice(kept: string | undefined): Device {
  const [browser, system] = (kept ?? '').split('/')
  return { browser: BROWSERS.find((name) => name === browser), system: SYSTEMS.find((name) => name === system) }
}
