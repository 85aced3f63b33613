/** Reads one JUEL expression and says it in FEEL, or says what it found that FEEL has no word for. */
import type { Text } from '../../text.ts'

const TOKEN =
  /\s*(?:(\d+(?:\.\d+)?)|('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|([\p{L}_$][\p{L}\p{N}_$]*)|(==|!=|<=|>=|&&|\|\||[-+*/%<>!?:()[\].,]))/uy

/** Operators by how tightly they bind, the loosest first; each level with the FEEL of its operators. */
const LEVELS: readonly Readonly<Record<string, string>>[] = [
  { '||': 'or', or: 'or' },
  { '&&': 'and', and: 'and' },
  { '==': '=', eq: '=', '!=': '!=', ne: '!=' },
  { '<': '<', lt: '<', '>': '>', gt: '>', '<=': '<=', le: '<=', '>=': '>=', ge: '>=' },
  { '+': '+', '-': '-' },
  { '*': '*', '/': '/', div: '/' },
]

/** Methods of Java values that FEEL has a function for: by name, what becomes of the value and its arguments. */
const METHODS: Readonly<Record<string, (value: string, args: readonly string[]) => string>> = {
  equals: (value, [other = 'null']) => `(${value} = ${other})`,
  contains: (value, [item = 'null']) => `list contains(${value}, ${item})`,
  size: (value) => `count(${value})`,
  isEmpty: (value) => `(count(${value}) = 0)`,
  toLowerCase: (value) => `lower case(${value})`,
  toUpperCase: (value) => `upper case(${value})`,
  startsWith: (value, [start = '""']) => `starts with(${value}, ${start})`,
  endsWith: (value, [end = '""']) => `ends with(${value}, ${end})`,
  length: (value) => `string length(${value})`,
  get: (value, [key = 'null']) => (key.startsWith('"') ? `${value}.${key.slice(1, -1)}` : `${value}[${key} + 1]`),
}

const NAMES_OF_LOOPS: Readonly<Record<string, string>> = {
  nrOfInstances: 'numberOfInstances',
  nrOfActiveInstances: 'numberOfActiveInstances',
  nrOfCompletedInstances: 'numberOfCompletedInstances',
  nrOfTerminatedInstances: 'numberOfTerminatedInstances',
}

class Unreadable extends Error {
  readonly text: Text

  constructor(en: string, ar: string) {
    super(en)
    this.text = { en, ar }
  }
}

export class JuelReader {
  readonly #tokens: string[]
  #at = 0

  constructor(source: string) {
    this.#tokens = tokens(source)
  }

  /** FEEL without its "=", or why not. */
  read(): string | Text {
    try {
      const feel = this.#choice()
      if (this.#at < this.#tokens.length) throw this.#unexpected()
      return feel
    } catch (error) {
      if (error instanceof Unreadable) return error.text
      throw error
    }
  }

  #choice(): string {
    const condition = this.#level(0)
    if (!this.#skip('?')) return condition
    const yes = this.#choice()
    this.#expect(':')
    return `if ${condition} then ${yes} else ${this.#choice()}`
  }

  #level(depth: number): string {
    const operators = LEVELS[depth]
    if (!operators) return this.#unary()
    let left = this.#level(depth + 1)
    for (let operator = operators[this.#peek()]; operator !== undefined; operator = operators[this.#peek()]) {
      this.#at++
      left = `${left} ${operator} ${this.#level(depth + 1)}`
    }
    return left
  }

  #unary(): string {
    if (this.#skip('!') || this.#skip('not')) return `not(${this.#unary()})`
    if (this.#skip('-')) return `-${this.#unary()}`
    if (this.#skip('empty')) {
      const value = this.#unary()
      return `(${value} = null or ${value} = "" or ${value} = [])`
    }
    return this.#postfix(this.#primary())
  }

  #postfix(begin: string): string {
    let value = begin
    for (;;) {
      if (this.#skip('.')) value = this.#member(value)
      else if (this.#skip('[')) {
        const index = this.#choice()
        this.#expect(']')
        value = index.startsWith('"') ? `${value}.${index.slice(1, -1)}` : `${value}[${index} + 1]`
      } else return value
    }
  }

  #member(value: string): string {
    const name = this.#next()
    if (this.#peek() !== '(') return value === 'execution' ? this.#ofEngine(name) : `${value}.${name}`
    const args = this.#arguments()
    const variable = args[0]?.startsWith('"') ? args[0].slice(1, -1) : undefined
    if ((value === 'execution' || value === 'task') && name === 'getVariable' && variable) return variable
    const method = METHODS[name]
    if (!method || value === 'execution' || value === 'task') throw this.#java(`${value}.${name}(…)`)
    return method(value, args)
  }

  #ofEngine(name: string): string {
    throw this.#java(`execution.${name}`)
  }

  #java(what: string): Unreadable {
    return new Unreadable(`${what} calls Java code, which has no counterpart`, `${what} يستدعي شيفرة Java ولا مقابل لها`)
  }

  #primary(): string {
    const token = this.#next()
    if (token === '(') {
      const inner = this.#choice()
      this.#expect(')')
      return `(${inner})`
    }
    if (/^\d/.test(token)) return token
    if (/^['"]/.test(token)) return JSON.stringify(token.slice(1, -1).replace(/\\(.)/g, '$1'))
    if (!/^[\p{L}_$]/u.test(token)) throw this.#unexpected()
    if (this.#peek() === '(') throw this.#java(`${token}(…)`)
    return NAMES_OF_LOOPS[token] ?? token
  }

  #arguments(): readonly string[] {
    this.#expect('(')
    const args: string[] = []
    while (this.#peek() !== ')') {
      args.push(this.#choice())
      if (!this.#skip(',')) break
    }
    this.#expect(')')
    return args
  }

  #peek(): string {
    return this.#tokens[this.#at] ?? ''
  }

  #next(): string {
    const token = this.#tokens[this.#at++]
    if (token === undefined) throw new Unreadable('it ends too early', 'ينتهي قبل تمامه')
    return token
  }

  #skip(token: string): boolean {
    if (this.#peek() !== token) return false
    this.#at++
    return true
  }

  #expect(token: string): void {
    if (!this.#skip(token)) throw this.#unexpected()
  }

  #unexpected(): Unreadable {
    const found = this.#peek() || '…'
    return new Unreadable(`"${found}" is not expected there`, `لا يُتوقع "${found}" هناك`)
  }
}

/** What cannot be read is a token of its own, which nothing expects. */
function tokens(source: string): string[] {
  const found: string[] = []
  TOKEN.lastIndex = 0
  for (let at = 0; at < source.trimEnd().length; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at
    const match = TOKEN.exec(source)
    if (!match) return [...found, source.slice(at).trim().slice(0, 20)]
    found.push(match[1] ?? match[2] ?? match[3] ?? match[4] ?? '')
  }
  return found
}
