/** The person (or script) at the keyboard: which language they read, whether they want JSON, and what they see meanwhile. */
import { LANGUAGES, type Language } from '../engine/core/text.ts'
import { sayIn, type Say } from './text/text.ts'

export interface Terminal {
  readonly language: Language
  readonly say: Say
  /** One JSON document on stdout and nothing else. */
  readonly json: boolean
  readonly env: NodeJS.ProcessEnv
  /** What is going on, on stderr; on a screen each line replaces the one before. */
  progress(line: string): void
  /** Takes the last progress line away. */
  quiet(): void
}

export function openTerminal(argv: readonly string[], env: NodeJS.ProcessEnv): Terminal {
  const language = languageOf(argv, env)
  const screen = process.stderr.isTTY
  let shown = false
  let last = ''
  const quiet = (): void => {
    if (shown) process.stderr.write('\r\u001b[K')
    shown = false
  }
  return {
    language,
    say: sayIn(language),
    json: argv.includes('--json'),
    env,
    progress(line) {
      if (line === last) return
      last = line
      quiet()
      process.stderr.write(screen ? printable(line) : `${printable(line)}\n`)
      shown = screen
    },
    quiet,
  }
}

/** `--lang` before the environment's own setting; English where neither says Arabic. */
function languageOf(argv: readonly string[], env: NodeJS.ProcessEnv): Language {
  const at = argv.indexOf('--lang')
  const asked = at < 0 ? argv.find((it) => it.startsWith('--lang='))?.slice('--lang='.length) : argv[at + 1]
  const known = LANGUAGES.find((it) => it === asked)
  const setting = env['LC_ALL'] ?? env['LC_MESSAGES'] ?? env['LANG'] ?? ''
  return known ?? (/^ar(_|\.|$)/.test(setting) ? 'ar' : 'en')
}

/** What others wrote must not move the cursor or ring the bell. */
export const printable = (text: string): string => text.replaceAll(/[^\P{Cc}\n\t]/gu, '\uFFFD')
