import { expect, test } from 'vitest'
import { scanXml } from '../../engine/core/bpmn/scan.ts'
import { around, errorsOf } from './drawing.ts'

const laughs = `<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;">]><a>&lol2;</a>`
const nestedNamespaces = `${Array.from({ length: 5000 }, (_, i) => `<a${i} xmlns:n${i}="urn:${i}">`).join('')}${Array.from({ length: 5000 }, (_, i) => `</a${4999 - i}>`).join('')}`
const namespaces = `<a ${Array.from({ length: 65 }, (_, i) => `xmlns:n${i}="urn:${i}"`).join(' ')}/>`

const REFUSED: readonly (readonly [says: string, xml: string, rule: string, place: string | undefined])[] = [
  ['a billion laughs', laughs, 'xml/doctype', 'line 1'],
  ['an external entity', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<a>&x;</a>', 'xml/doctype', 'line 1'],
  ['a doctype inside the root', '<a>\n<!DOCTYPE b></a>', 'xml/doctype', 'line 2'],
  ['an entity nobody declared', '<a b="&nbsp;"/>', 'xml/unknown-entity', 'line 1'],
  ['a lone ampersand', '<a>you & me</a>', 'xml/unknown-entity', 'line 1'],
  ['the namespace bomb', nestedNamespaces, 'xml/too-deep', 'line 1'],
  ['65 namespaces on one element', namespaces, 'xml/too-many-namespaces', 'line 1'],
  ['65 levels', `${'<a>'.repeat(65)}${'</a>'.repeat(65)}`, 'xml/too-deep', 'line 1'],
  ['10,001 elements', `<a>${'<b/>'.repeat(10_000)}</a>`, 'xml/too-many-elements', 'line 1'],
  [
    '20,000 attributes',
    `<a ${Array.from({ length: 20_000 }, (_, i) => `a${i}="1"`).join(' ')}/>`,
    'xml/too-many-attributes',
    'line 1',
  ],
  ['3 MB', `<a>${'x'.repeat(3_000_000)}</a>`, 'xml/too-large', undefined],
  ['a NUL character', '<a>\u0000</a>', 'xml/control-character', undefined],
  ['a reference to NUL', '<a>&#0;</a>', 'xml/control-character', 'line 1'],
  ['a reference that wraps around to NUL', '<a>&#65536;</a>', 'xml/control-character', 'line 1'],
  ['a reference to half a character', '<a>&#xD800;</a>', 'xml/control-character', 'line 1'],
  ['half a character', '<a>\uD800</a>', 'xml/encoding', undefined],
  ['another encoding', '<?xml version="1.0" encoding="UTF-16"?><a/>', 'xml/encoding', 'line 1'],
  ['a processing instruction', '<?xml-stylesheet href="evil.xsl"?><a/>', 'xml/processing-instruction', 'line 1'],
  ['an attribute named __proto__', '<a __proto__="x"/>', 'xml/reserved-name', undefined],
  ['an element named constructor', '<a><constructor/></a>', 'xml/reserved-name', 'line 1'],
  ['an id twice', '<a id="x">\n<b id="x"/></a>', 'xml/duplicate-id', 'x'],
  ['an attribute twice', '<a b="1" b="2"/>', 'xml/malformed', 'line 1'],
  ['two roots', '<a/>\n<b/>', 'xml/malformed', 'line 2'],
  ['an end that never comes', '<a><b>', 'xml/malformed', 'line 1'],
  ['tags that cross', '<a><b></a></b>', 'xml/malformed', 'line 1'],
  ['half a million broken attributes', `<a ${'b=c '.repeat(400_000)}/>`, 'xml/malformed', 'line 1'],
  ['nothing', '', 'xml/malformed', 'line 1'],
  ['no XML', 'PK\u0003\u0004', 'xml/control-character', undefined],
  ['text behind the root', '<a/>text', 'xml/malformed', 'line 1'],
]

test.each(REFUSED)('the scan refuses %s', (_, xml, rule, place) => {
  const findings = scanXml('hostile.bpmn', xml)
  expect(findings[0]).toMatchObject({ rule, file: 'hostile.bpmn', severity: 'error' })
  expect(findings[0]?.place).toBe(place)
  expect(findings[0]?.messageAr).toMatch(/\p{Script=Arabic}/u)
})

test('a boolean written as 1 is refused rather than read as false', async () => {
  expect(await errorsOf(around('<bpmn:manualTask id="step" isForCompensation="1"/>'))).toEqual(['xml/boolean @ line 4'])
})

test('ids inside extension elements are the affair of whoever put them there', () => {
  expect(scanXml('a.bpmn', '<a id="x"><extensionElements><b id="x"/></extensionElements></a>')).toEqual([])
})

test('Arabic text, comments, CDATA and a byte order mark pass', () => {
  expect(
    scanXml(
      'a.bpmn',
      '\uFEFF<?xml version="1.0" encoding="utf-8"?><!-- تعليق --><a b="خدمة &amp; طلب &#x645;"><![CDATA[<x>]]></a>',
    ),
  ).toEqual([])
})
