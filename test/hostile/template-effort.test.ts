/** A template is judged in the server's own thread, as long as it may be: how long that takes must grow as its text does. */
import { describe, expect, test } from 'vitest'
import { checkTemplate } from '../../engine/core/template/check.ts'

const LONG = 250_000
const rulesOf = (template: string): readonly string[] =>
  checkTemplate('templates/certificate.hbs', template).map(({ rule }) => rule)

describe('A style as long as a template may be is looked through once', () => {
  test.each([
    ['an address behind spaces', `<style>p{background:url(${' '.repeat(LONG)}data:image/png,x)}</style>`, 0],
    ['no address behind spaces', `<style>p{background:url(${' '.repeat(LONG)}#a)}</style>`, 0],
    ['spaces alone', `<style>${' '.repeat(LONG)}</style>`, 0],
    ['an address elsewhere behind spaces', `<style>p{background:url(${' '.repeat(LONG)}https://x)}</style>`, 1],
    ['an attribute', `<p style="background:url(${' '.repeat(LONG)}data:image/png,x)">x</p>`, 0],
  ])('%s', (_what, template, findings) => {
    expect(rulesOf(template)).toHaveLength(findings)
  })

  test('and its end is still seen, whatever stands before it', () => {
    expect(rulesOf(`<style>${'</styl'.repeat(1_000)}</style ><script>x</script>`)).toEqual(['template/tag'])
    expect(rulesOf('<title></title><script>x</script>')).toEqual(['template/tag'])
  })
})
