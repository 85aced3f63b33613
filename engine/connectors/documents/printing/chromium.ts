/** Starts the browser that prints certificates: the packaged one, or one of the operator's own. */
import type { Browser } from 'playwright-core'
import { exists, ownFolder, unpackBrowser, unpackFolder, unpackFonts } from './unpack.ts'

export interface ChromiumConfig {
  /** A browser of the operator's own. */
  readonly chromiumPath?: string
  /** Where the packaged browser is unpacked; a folder of this user in the temporary folder unless said otherwise. */
  readonly cacheFolder?: string
}

/** Needs neither root nor a display nor a graphics card; what a page may do is limited where pages are opened. */
const ARGUMENTS = [
  '--no-sandbox',
  '--no-zygote',
  '--disable-gpu',
  '--disable-webgl',
  '--disable-dev-shm-usage',
  '--disable-domain-reliability',
  '--no-pings',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
]

/** The driver is loaded with the first paper: it is half of what a server loads, and a restart shall be short. */
export async function launchChromium(config: ChromiumConfig): Promise<Browser> {
  const { chromium } = await import('playwright-core')
  const folder = config.cacheFolder ?? (await ownFolder())
  const options = {
    executablePath: config.chromiumPath ?? (await unpackBrowser(folder)),
    args: ARGUMENTS,
    headless: true,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  }
  const env = await environment(folder)
  try {
    return await chromium.launch({ ...options, env })
  } catch (error) {
    if (!/error while loading shared libraries/.test(String(error))) throw error
    const libraries = await unpackFolder(folder, 'al2023.tar.br')
    return chromium.launch({ ...options, env: { ...env, LD_LIBRARY_PATH: libraries } })
  }
}

/** Only what a browser needs: no secret of the server is in its environment. */
async function environment(folder: string): Promise<Record<string, string>> {
  const kept = ['PATH', 'HOME', 'TMPDIR', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH', 'LANG'].flatMap((name) => {
    const value = process.env[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  const fonts = (await exists('/etc/fonts/fonts.conf')) ? {} : { FONTCONFIG_PATH: await unpackFonts(folder) }
  return { HOME: folder, ...fonts, ...Object.fromEntries(kept), TZ: 'UTC' }
}
