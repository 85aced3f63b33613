/** What stands between braces: a word, the values after it, its options; read to be shown, written back as it was meant. */

export interface Expression {
  /** "date", or "" for a plain value. */
  readonly word: string
  /** As written: a name, a text in quotes, a nested ( … ). */
  readonly values: readonly string[]
  readonly options: Readonly<Record<string, string>>
}

const PART =
  /\((?:[^()"]|"[^"]*"|\((?:[^()"]|"[^"]*")*\))*\)|"[^"]*"|'[^']*'|[^\s="']+="[^"]*"|[^\s="']+=[^\s"']+|[^\s]+/g

export function readExpression(source: string, words: readonly string[]): Expression {
  const parts = source.match(PART) ?? []
  const [first = '', ...rest] = parts
  const isWord = words.includes(first)
  const tail = isWord ? rest : parts
  const isOption = (part: string): boolean => /^[\w]+=/.test(part)
  return {
    word: isWord ? first : '',
    values: tail.filter((part) => !isOption(part)),
    options: Object.fromEntries(
      tail.filter(isOption).map((part) => {
        const at = part.indexOf('=')
        return [part.slice(0, at), part.slice(at + 1).replaceAll(/^"|"$/g, '')]
      }),
    ),
  }
}

export function writtenExpression({ word, values, options }: Expression): string {
  const said = Object.entries(options).map(([key, value]) =>
    /^\d+$/.test(value) ? `${key}=${value}` : `${key}="${value}"`,
  )
  return [word, ...values, ...said].filter((part) => part !== '').join(' ')
}

/** The inside of {{…}}. */
export const insideOf = (braces: string): string => braces.replaceAll(/^\{\{[#/]?~?|~?\}\}$/g, '').trim()

export const unquoted = (value: string): string => value.replaceAll(/^["']|["']$/g, '')
export const isQuoted = (value: string): boolean => /^["']/.test(value)

/** A condition as a person chooses it. */
export interface Condition {
  readonly path: string
  readonly test: 'there' | 'notThere' | 'is' | 'isNot'
  readonly value: string
}

const NAME = /^[\p{L}_@][\p{L}\p{N}_.@/]*$/u

/** @returns undefined where it says more than can be chosen */
export function readCondition(word: string, args: string): Condition | undefined {
  const flip = (test: Condition['test']): Condition['test'] => OPPOSITE[test]
  const read = plain(args)
  if (read === undefined) return undefined
  return word === 'unless' ? { ...read, test: flip(read.test) } : read
}

const OPPOSITE = { there: 'notThere', notThere: 'there', is: 'isNot', isNot: 'is' } as const

function plain(args: string): Condition | undefined {
  if (NAME.test(args)) return { path: args, test: 'there', value: '' }
  const [, negated, inner] = /^\((not )?([^()]*|\([^()]*\))\)$/.exec(args) ?? []
  if (inner === undefined) return undefined
  if (negated !== undefined) {
    const positive = plain(inner)
    return positive && { ...positive, test: OPPOSITE[positive.test] }
  }
  const { word, values } = readExpression(inner, ['eq'])
  const [path = '', value = ''] = values
  return word === 'eq' && NAME.test(path) && (isQuoted(value) || /^[\w.]+$/.test(value))
    ? { path, test: 'is', value: unquoted(value) }
    : undefined
}

/** The arguments of an {{#if}}. */
export function writtenCondition({ path, test, value }: Condition): string {
  const said = /^(-?\d+(\.\d+)?|true|false)$/.test(value) ? value : JSON.stringify(value)
  switch (test) {
    case 'there':
      return path
    case 'notThere':
      return `(not ${path})`
    case 'is':
      return `(eq ${path} ${said})`
    case 'isNot':
      return `(not (eq ${path} ${said}))`
  }
}
