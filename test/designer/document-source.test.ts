/** Templates as blocks and chips: a change touches its own place, and every name in a template gets a sample value. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { blocksOf, insertedAfter, removed, replaced, swapped, type Block } from '../../designer/documents/blocks.ts'
import {
  readCondition,
  readExpression,
  writtenCondition,
  writtenExpression,
} from '../../designer/documents/expression.ts'
import { listOf } from '../../designer/documents/listed.ts'
import { NEW_BLOCKS } from '../../designer/documents/new-blocks.ts'
import { leavesOf, sampleFor, withOwn, WORD_NAMES } from '../../designer/documents/sample.ts'
import { smsLength } from '../../designer/documents/sms.ts'
import { tokensOf } from '../../designer/documents/tokens.ts'
import { issuersOf, variablesFor } from '../../designer/documents/variables.ts'
import { NEW_NOTICE, NEW_PAPER } from '../../engine/core/template/unwritten.ts'
import { renderTemplate } from '../../engine/connectors/documents/templates/rendering.ts'
import { checkTemplate } from '../../engine/core/template/check.ts'

const WORKFLOWS = resolve(import.meta.dirname, '../../workflows')
const shipped = readdirSync(WORKFLOWS, { recursive: true })
  .map(String)
  .filter((it) => it.endsWith('.hbs'))
  .map((name) => ({ name, source: readFileSync(join(WORKFLOWS, name), 'utf8') }))

const FACTS = { serial: 'S', reference: 'R', issuedAt: '2026-11-23T10:00:00Z', validUntil: '2027-11-23' }

function all(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'element') return [block, ...all(block.blocks)]
    return block.kind === 'around' ? [block, ...all(block.blocks), ...all(block.otherwise ?? [])] : [block]
  })
}

describe.each(shipped)('$name', ({ source }) => {
  test('is made of pieces that put together are what was written', () => {
    expect(
      tokensOf(source)
        .map((it) => it.source)
        .join(''),
    ).toBe(source)
  })

  test('has blocks that stand in their order within what they are part of', () => {
    const found = all(blocksOf(source))
    expect(found.filter(({ kind }) => kind === 'text').length).toBeGreaterThan(5)
    for (const block of found) {
      expect(block.end).toBeGreaterThan(block.start)
      expect(replaced(source, block, source.slice(block.start, block.end))).toBe(source)
    }
  })

  test('is filled with nothing but the sample guessed from it', () => {
    const data = JSON.stringify({ ...sampleFor(source), document: FACTS })
    const filled = renderTemplate({
      template: source,
      data,
      medium: 'html',
      setting: { language: 'ar', timeZone: 'Asia/Hebron', verifyUrl: 'x' },
    })
    expect(filled).toMatchObject({ kind: 'rendered' })
  })
})

describe('blocks', () => {
  const source =
    '<h1>One</h1>\n<p>Two {{a}}{{#if b}} and {{b}}{{/if}}</p>\n{{#if c}}\n<p>Three</p>\n{{else}}\n<p>Four</p>\n{{/if}}\n'

  test('a choice within a sentence is part of it; one around paragraphs is a block', () => {
    const found = blocksOf(source)
    expect(found.map((it) => (it.kind === 'element' ? it.tag : it.kind))).toEqual(['h1', 'p', 'around'])
    const [, , around] = found
    expect(around?.kind === 'around' && [around.args, around.blocks.length, around.otherwise?.length]).toEqual([
      'c',
      1,
      1,
    ])
  })

  test('one is put after another, removed, and two change places', () => {
    const [one, two] = blocksOf(source)
    if (one === undefined || two === undefined) throw new Error('Expected two blocks')
    expect(insertedAfter(source, one, '<p>New</p>')).toContain('<h1>One</h1>\n<p>New</p>\n<p>Two')
    expect(removed(source, one)).toBe(source.slice('<h1>One</h1>\n'.length))
    expect(swapped(source, one, two)).toMatch(/^<p>Two.*<\/p>\n<h1>One<\/h1>\n/)
  })

  test('what cannot be closed is not lost', () => {
    const broken = '<p>a</div>{{/if}}<b>x'
    expect(
      tokensOf(broken)
        .map((it) => it.source)
        .join(''),
    ).toBe(broken)
    expect(all(blocksOf(broken)).length).toBeGreaterThan(0)
  })

  test('what can be put in may be deployed', () => {
    for (const { source: text } of NEW_BLOCKS) expect(checkTemplate('templates/a.hbs', text)).toEqual([])
    expect(checkTemplate('templates/a.hbs', NEW_PAPER)).toEqual([])
    for (const text of Object.values(NEW_NOTICE)) expect(checkTemplate('templates/a.ar.txt.hbs', text)).toEqual([])
  })
})

describe('what stands between braces', () => {
  test.each([
    'holder.id',
    'date issued calendar="hijri" language="ar"',
    'money receipt.amount receipt.currency',
    'number area digits=2',
    'text holder.name "en"',
    'qr',
  ])('%s is read and written back', (inside) => {
    expect(writtenExpression(readExpression(inside, WORD_NAMES))).toBe(inside)
  })

  test.each([
    ['agent', 'there'],
    ['(not agent)', 'notThere'],
    ['(eq holder.idKind "passport")', 'is'],
    ['(not (eq copies 2))', 'isNot'],
  ] as const)('the condition %s is chosen and written back', (args, kind) => {
    const condition = readCondition('if', args)
    expect(condition?.test).toBe(kind)
    expect(condition && writtenCondition(condition)).toBe(args)
  })

  test('what says more than can be chosen is left alone', () => {
    expect(readCondition('if', '(and a b)')).toBeUndefined()
  })
})

test('sample values are as the paper uses them, lists have entries, and one’s own are put in their place', () => {
  const sample = sampleFor(
    '{{date a.b}}{{#each items}}{{this.name}}{{@root.title}}{{/each}}{{#if c}}{{text c.d}}{{/if}}{{eq e "x"}}',
  )
  expect(sample).toEqual({
    a: { b: '2026-11-23' },
    items: [{ name: 'نص Sample' }, { name: 'نص Sample' }],
    title: 'نص Sample',
    c: { d: { ar: 'نص للتجربة', en: 'Sample text' } },
    e: 'x',
  })
  expect(leavesOf(sample).map(({ path }) => path)).toContain('items/1/name')
  expect(withOwn(sample, { 'items/1/name': 'ليلى' })).toMatchObject({ items: [{}, { name: 'ليلى' }] })
})

test('the values at hand are those the steps hand over', () => {
  const files = new Map([['pay.bpmn', readFileSync(join(WORKFLOWS, 'common.pay/pay.bpmn'), 'utf8')]])
  const [issuer, ...others] = issuersOf(files, 'receipt')
  expect(issuer).toMatchObject({
    element: 'print_receipt',
    title: expect.stringMatching(/\p{Script=Arabic}.* · /u) as string,
  })
  expect(others).toEqual([])
  expect(variablesFor(files, 'receipt', '')).toEqual(['receipt', 'purpose', 'payerName', 'agency'])
})

test('a notice is one in however many languages', () => {
  const files = new Map(
    ['templates/a.hbs', 'templates/told.ar.txt.hbs', 'templates/told.en.txt.hbs'].map((path) => [path, '']),
  )
  expect(listOf(files).map(({ id, kind, files: own }) => [id, kind, own.length])).toEqual([
    ['a', 'paper', 1],
    ['told.txt', 'notice', 2],
  ])
})

test.each([
  ['', 0, 0, 160],
  ['a'.repeat(160), 160, 1, 160],
  ['a'.repeat(161), 161, 2, 153],
  ['م'.repeat(70), 70, 1, 70],
  ['م'.repeat(71), 71, 2, 67],
  ['€', 2, 1, 160],
])('the length of an SMS is counted as telephones do', (text, length, messages, each) => {
  expect(smsLength(text)).toEqual({ length, messages, each })
})

test('a value from outside a list is found past a choice within it', () => {
  const source = '{{#each all}}{{#if this.of}}{{../owner}} {{this.of}}{{/if}}{{/each}}'
  expect(Object.keys(sampleFor(source))).toEqual(['all', 'owner'])
})
