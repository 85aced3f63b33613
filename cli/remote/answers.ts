/** What a person answers on the command line: a JSON text, a file of it, and single fields. */
import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { isJsonObject, type JsonObject, type JsonValue } from '../../engine/core/json.ts'
import { invalid, isProblem, notFound, type Problem } from '../../engine/core/problem.ts'
import type { Terminal } from '../terminal.ts'
import type { Say } from '../text/text.ts'

export interface AnswerOptions {
  readonly answers?: string
  readonly file?: string
  readonly set?: readonly string[]
}

export const declareAnswers = (command: Command, say: Say): Command =>
  command
    .option('--answers <json>', say('option.answers'))
    .option('--file <file>', say('option.answersFile'))
    .option('--set <key=value...>', say('option.set'))

/** Later ones win: file, then --answers, then --set. */
export function readAnswers(options: AnswerOptions, { say }: Terminal): JsonObject | Problem {
  const texts: string[] = []
  if (options.file !== undefined) {
    const text = readText(options.file, say)
    if (isProblem(text)) return text
    texts.push(text)
  }
  if (options.answers !== undefined) texts.push(options.answers)
  const answers: Record<string, JsonValue> = {}
  for (const text of texts) {
    const value = parse(text)
    if (value === undefined || !isJsonObject(value))
      return invalid('usage.answers', say('usage.answers', { found: text.slice(0, 60) }))
    Object.assign(answers, value)
  }
  for (const entry of options.set ?? []) {
    const at = entry.indexOf('=')
    if (at < 1) return invalid('usage.set', say('usage.set', { found: entry.slice(0, 60) }))
    const text = entry.slice(at + 1)
    answers[entry.slice(0, at)] = parse(text) ?? text
  }
  return answers
}

/** "-" is standard input. */
function readText(file: string, say: Say): string | Problem {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8')
  } catch {
    return notFound('file.not-found', say('file.notFound', { file }))
  }
}

function parse(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue
  } catch {
    return undefined
  }
}
