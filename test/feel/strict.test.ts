import { describe, expect, test } from 'vitest'
import { scopeOf } from '../../engine/core/feel/feel.ts'
import { parseFeel } from '../../engine/core/feel/feel.ts'
import { type Mistake, noon, problemOf, valueOf } from './example.ts'

const variables = {
  amount: 5,
  name: 'Salma',
  nothing: null,
  person: { name: 'Ali' },
  people: [{ age: 3 }, { age: 4, name: 'B' }],
  xs: [1, 2],
}

const mistakes: readonly Mistake[] = [
  ['amout + 1', 'unknown-name', 'Expected a variable named "amout", but there is none (in amout)'],
  ['person.nam', 'unknown-name', 'Expected the key "nam", but found a context of name (in person.nam)'],
  ['people.name', 'unknown-name', 'Expected the key "name"'],
  ['amount + name', 'type', 'Expected a number right of +, but found the string "Salma" (in amount + name)'],
  ['name + 1', 'type', 'Expected a string right of +, but found the number 1'],
  ['true + 1', 'type', 'left of +, but found true'],
  ['amount - name', 'type', 'Expected a number right of -, but found the string "Salma"'],
  ['amount * nothing', 'type', 'Expected a number right of *, but found null'],
  ['name / 2', 'type', 'left of /, but found the string "Salma"'],
  ['2 ** name', 'type', 'Expected a number right of **'],
  ['-name', 'type', 'Expected a number or a duration right of -, but found the string "Salma"'],
  ['@"2026-01-01" + 1', 'type', 'Expected what fits date right of +, but found the number 1'],
  ['null < 1', 'type', 'left of <, but found null'],
  ['1 < null', 'type', 'Expected a number right of <, but found null'],
  ['amount = "5"', 'type', 'Expected a number right of =, but found the string "5"'],
  ['amount < "5"', 'type', 'Expected a number right of <, but found the string "5"'],
  ['true < false', 'type', 'left of <, but found true'],
  ['name between 1 and 2', 'type', 'right of <='],
  ['nothing between 1 and 2', 'type', 'null'],
  ['@"2026-11-23T10:00:00" < @"2026-11-23T10:00:00Z"', 'value', 'with a time zone or both without'],
  ['@"2026-11-23T10:00:00" = @"2026-11-23T10:00:00Z"', 'value', 'with a time zone or both without'],
  ['amount and true', 'type', 'Expected true or false beside and, but found the number 5'],
  ['true and amount', 'type', 'Expected true or false beside and'],
  ['false or name', 'type', 'Expected true or false beside or'],
  ['not(amount)', 'type', 'Expected true or false as "negand" of not, but found the number 5'],
  ['if nothing then 1 else 2', 'type', 'Expected true or false after if, but found null (in nothing)'],
  ['if amount then 1 else 2', 'type', 'Expected true or false after if'],
  ['nothing.name', 'type', 'Expected a context left of .name, but found null'],
  ['amount.name', 'type', 'Expected a context left of .name, but found the number 5'],
  ['@"2026-01-01".hour', 'type', 'Expected a context left of .hour, but found the date 2026-01-01'],
  ['nothing[1]', 'type', 'Expected a list left of [, but found null'],
  ['xs[0]', 'value', 'Expected a position such as 1'],
  ['xs[1.5]', 'value', 'Expected a position such as 1'],
  ['xs["a"]', 'type', 'Expected true or false as the condition of a filter, but found the string "a"'],
  ['xs[itm > 1]', 'unknown-name', 'Expected a variable named "itm"'],
  ['people[age > "a"]', 'type', 'Expected a number right of >, but found the string "a"'],
  ['for x in nothing return x', 'type', 'Expected a list or a range after in, but found null'],
  ['for x in 1.."a" return x', 'type', 'Expected a whole number right of ..'],
  ['for x in (> 5) return x', 'value', 'Expected a range with both ends'],
  ['some x in xs satisfies x', 'type', 'Expected true or false after satisfies, but found the number 1'],
  ['[1.."a"]', 'type', 'as the end of the range'],
  ['["a".."b"] = 1', 'type', 'Expected a range right of =, but found the number 1'],
  ['5 in ["a".."b"]', 'type', 'Expected a value of the kind of the range, but found the number 5'],
  ['5 in ("a", "b")', 'type', 'Expected a number right of in, but found the string "a"'],
  ['amount(1)', 'type', 'Expected a function before the parenthesis, but found the number 5'],
  ['{f: function(a) a}.f(1, 2)', 'type', 'Expected 1 argument for the function f, but found 2'],
  ['{f: function(a: number) a}.f("x")', 'type', 'Expected a number as "a" of the function f, but found the string "x"'],
  ['{f: function(a) a}.f(b: 1)', 'type', 'Expected the arguments a, but found b'],
  ['1 / 0', 'value', 'Expected a divisor other than 0'],
  ['2 ** 100000', 'value', 'Expected a result of **'],
  ['substring("a")', 'syntax', 'Expected substring(string, start position, [length])'],
  ['substring("a", strt: 1)', 'syntax', 'Expected )'],
  ['substring(string: "a", strt: 1)', 'syntax', 'Expected substring('],
  ['uuid()', 'syntax', 'always gives the same value'],
  ['random number()', 'syntax', 'always gives the same value'],
  ['function(x) external {java: {class: "a"}}', 'syntax', 'code outside FEEL is not allowed'],
  ['1 +', 'syntax', 'Expected a value, but found the end'],
  ['1 2', 'syntax', 'Expected an operator or the end, but found 2'],
  ['(1', 'syntax', 'Expected ) to close the parenthesis, but found the end'],
  ['if a then b', 'syntax', 'Expected "else"'],
  ['for x in [1]', 'syntax', 'Expected "return"'],
  ['{a: 1, a: 2}', 'syntax', 'another key than "a"'],
  ['"open', 'syntax', 'Expected a string in double quotes'],
  ['@"2026-02-30"', 'syntax', 'Expected a date, time or duration'],
  ['@"P1Y2D"', 'syntax', 'Expected a date, time or duration'],
  ['x instance of nmber', 'syntax', 'Expected a type such as number'],
  ['', 'syntax', 'Expected a value, but found the end'],
]

describe('Nothing is silently null', () => {
  test.each(mistakes)('%s is a mistake (%s): %s', (source, code, sentence) => {
    const problem = problemOf(source, variables)
    expect(problem.code).toBe(code)
    expect(problem.reason).toContain(sentence)
  })
})

test('What may be missing can be asked for without failing', () => {
  expect(valueOf('is defined(person.name)', variables)).toBe(true)
  expect(valueOf('is defined(person.nam)', variables)).toBe(false)
  expect(valueOf('is defined(nobody.name)', variables)).toBe(false)
  expect(valueOf('is defined(nothing)', variables)).toBe(true)
  expect(valueOf('is defined(nothing.name)', variables)).toBe(false)
  expect(valueOf('get value(person, "nam")', variables)).toBeNull()
  expect(valueOf('get or else(person.nam, "?")', variables)).toBe('?')
  expect(valueOf('get or else(nobody.name, "?")', variables)).toBe('?')
  expect(valueOf('get or else(nothing, "?")', variables)).toBe('?')
  expect(valueOf('get or else(person.name, 1 / 0)', variables)).toBe('Ali')
  expect(valueOf('get or else(default: 1, value: amount)', variables)).toBe(5)
})

test('A missing variable is missing, also where a built-in has its name', () => {
  expect(problemOf('number', variables)).toMatchObject({ code: 'unknown-name' })
  expect(problemOf('[date, time]', variables)).toMatchObject({ code: 'unknown-name' })
  expect(valueOf('is defined(duration)', variables)).toBe(false)
  expect(valueOf('is defined(date.year)', variables)).toBe(false)
  expect(valueOf('get or else(count, 3)', variables)).toBe(3)
  expect(valueOf('number + number("2")', { number: 5 })).toBe(7)
})

test('Only what is missing is forgiven, not what is wrong', () => {
  expect(problemOf('get or else(amount + name, 0)', variables).code).toBe('type')
  expect(problemOf('is defined(amount.name)', variables).code).toBe('type')
  expect(problemOf('is defined()', variables).code).toBe('syntax')
})

test('A text that is no expression says where', () => {
  const parse = parseFeel('amount > > 5')
  expect(parse).toMatchObject({ ok: false, at: 9 })
})

test('A variable that is not JSON is refused when it is used', () => {
  expect(problemOf('x + 1', { x: Number.NaN }).code).toBe('type')
  expect(problemOf('x', { x: () => 1 }).code).toBe('type')
  expect(problemOf('x', { x: new Date(0) }).code).toBe('type')
})

test('The same scope gives the same result twice', () => {
  const parse = parseFeel('[now(), today(), a]')
  const scope = scopeOf({ a: 1 }, noon, 'Asia/Hebron')
  expect(parse.ok && parse.expression.evaluate(scope)).toEqual(parse.ok && parse.expression.evaluate(scope))
})
