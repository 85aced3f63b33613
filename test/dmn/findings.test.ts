import { describe, expect, test } from 'vitest'
import { readDmn } from '../../engine/core/dmn/read.ts'
import { decision, definitions, findingsOf, input, literal, model, read, table } from './file.ts'

describe('every finding', () => {
  test('comes back at once, with file, place and remedy in both languages', async () => {
    const findings = await findingsOf(
      input('i1', 'amount'),
      table({ needs: 'i1', inputs: ['amuont', 'amount'], outputs: ['a', 'a'], rules: ['< | - | 1', '- | - | (2 | 3'] }),
      decision('e', literal('amount +'), 'i9'),
    )
    expect(findings.map((finding) => finding.rule).toSorted()).toEqual([
      'dmn/ambiguous',
      'dmn/syntax',
      'dmn/syntax',
      'dmn/syntax',
      'dmn/unknown-name',
      'dmn/unknown-reference',
      'dmn/width',
    ])
    for (const finding of findings) {
      expect(finding).toMatchObject({ severity: 'error', file: 'rules.dmn', place: expect.any(String) })
      expect(finding.messageAr).toMatch(/[\u0600-\u06FF]/)
      expect(finding.remedyAr).toMatch(/[\u0600-\u06FF]/)
      expect(finding.remedy).toMatch(/[a-z]/)
    }
  })

  test('in a rule names the rule and the column', async () => {
    const findings = await findingsOf(
      table({ inputs: ['x', 'y'], outputs: ['r'], rules: ['- | - | 1', '- | <<5 | 2'] }),
    )
    expect(findings).toMatchObject([
      {
        rule: 'dmn/syntax',
        place: 'd_rule_2',
        message: expect.stringContaining('decision "d", rule 2, input "y"'),
        messageAr: expect.stringContaining('القرار «d»، القاعدة 2، المدخل «y»'),
      },
    ])
  })
})

describe('names', () => {
  test('a decision that declares input data may say no other names', async () => {
    const findings = await findingsOf(input('i1', 'age'), decision('d', literal('age + extra'), 'i1'))
    expect(findings).toMatchObject([{ rule: 'dmn/unknown-name', message: expect.stringContaining('"extra"') }])
  })

  test('an unquoted text in a cell is found as an unknown name', async () => {
    const findings = await findingsOf(
      input('i1', 'status'),
      table({ needs: 'i1', inputs: ['status'], outputs: ['r'], rules: ['student | 1'] }),
    )
    expect(findings).toMatchObject([{ rule: 'dmn/unknown-name', remedy: expect.stringContaining('double quotes') }])
  })

  test('a decision without input data takes its names from the variables', async () => {
    const decisions = await read(decision('d', literal('age + extra')))
    expect(decisions.get('d')?.inputs).toEqual(['age', 'extra'])
  })

  test('two required elements of one name are a finding', async () => {
    const findings = await findingsOf(
      input('i1', 'fee'),
      decision('d1', literal('1'), '', 'fee'),
      decision('d', literal('fee'), 'i1 d1'),
    )
    expect(findings).toMatchObject([{ rule: 'dmn/ambiguous', place: 'd' }])
  })
})

test('a model or boxed function named like a function of FEEL is refused, as it could never be called', async () => {
  const sum = model('b1', 'sum', ['x'], literal('x'))
  expect(await findingsOf(sum, decision('d', literal('sum(1)'), 'b1'))).toMatchObject([
    { rule: 'dmn/taken-name', place: 'b1' },
  ])
  const box = `<context><contextEntry><variable name="string length"/><functionDefinition>${literal('1')}</functionDefinition></contextEntry></context>`
  expect(await findingsOf(decision('d', box))).toMatchObject([{ rule: 'dmn/taken-name' }])
})

describe('requirements', () => {
  test('in a circle are one finding that shows the circle', async () => {
    const findings = await findingsOf(
      decision('d1', literal('d3'), 'd3'),
      decision('d2', literal('d1'), 'd1'),
      decision('d3', literal('d2'), 'd2'),
    )
    expect(findings).toMatchObject([{ rule: 'dmn/cycle', message: expect.stringContaining('d1 → d3 → d2 → d1') }])
  })

  test('of a knowledge model on itself are a finding', async () => {
    const findings = await findingsOf(
      model('b1', 'f', ['x'], literal('f(x)'), 'b1'),
      decision('d', literal('f(1)'), 'b1'),
    )
    expect(findings).toMatchObject([{ rule: 'dmn/cycle', place: 'b1' }])
  })

  test('on another file or on the wrong kind of element are a finding', async () => {
    const elsewhere = decision(
      'd',
      '<informationRequirement><requiredDecision href="other.dmn#d"/></informationRequirement>' + literal('1'),
    )
    expect(await findingsOf(elsewhere)).toMatchObject([
      { rule: 'dmn/unknown-reference', message: expect.stringContaining('other.dmn#d') },
    ])
    const wrong = decision(
      'd',
      '<informationRequirement><requiredDecision href="#i1"/></informationRequirement>' + literal('1'),
    )
    expect(await findingsOf(input('i1', 'x'), wrong)).toMatchObject([{ rule: 'dmn/unknown-reference' }])
  })
})

describe('what Masar does not run is refused, never ignored', () => {
  test.each([
    ['a decision service', '<decisionService id="s" name="s"/>', 'dmn/unsupported'],
    ['an import', '<import name="a" namespace="urn:a" importType="dmn"/>', 'dmn/unsupported'],
    ['a box of DMN 1.4', '<decision id="c"><conditional/></decision>', 'dmn/unreadable'],
    [
      'an attribute DMN does not know',
      '<decision id="c" nmae="x"><literalExpression><text>1</text></literalExpression></decision>',
      'dmn/unreadable',
    ],
    [
      'an attribute of a vendor that may mean something',
      '<decision id="c" xmlns:v="urn:v" v:always="true"><literalExpression><text>1</text></literalExpression></decision>',
      'dmn/unsupported',
    ],
    [
      'an extension element of a vendor',
      '<decision id="c"><extensionElements><v:x xmlns:v="urn:v"/></extensionElements><literalExpression><text>1</text></literalExpression></decision>',
      'dmn/unsupported',
    ],
    [
      'another expression language',
      '<decision id="c"><literalExpression expressionLanguage="javascript"><text>1</text></literalExpression></decision>',
      'dmn/unsupported',
    ],
    ['a second expression', `<decision id="c">${literal('1')}${literal('2')}</decision>`, 'dmn/repeated'],
    [
      'a second text in a cell',
      '<decision id="c"><literalExpression><text>1</text><text>2</text></literalExpression></decision>',
      'dmn/repeated',
    ],
    ['a decision without logic', '<decision id="c" name="c"/>', 'dmn/missing'],
    [
      'an empty expression',
      '<decision id="c"><literalExpression><text> </text></literalExpression></decision>',
      'dmn/missing',
    ],
    ['a table without outputs', '<decision id="c"><decisionTable/></decision>', 'dmn/missing'],
  ])('%s', async (_what, element, rule) => {
    const findings = await findingsOf(decision('d', literal('1')), element)
    expect(findings.map((finding) => finding.rule)).toContain(rule)
  })

  test('a file without a decision is a finding', async () => {
    expect(await findingsOf(input('i1', 'x'))).toMatchObject([{ rule: 'dmn/missing' }])
  })
})

describe('files of other tools', () => {
  const drawn = (namespace: string): string => `<?xml version="1.0" encoding="UTF-8"?>
    <definitions xmlns="${namespace}" xmlns:biodi="http://bpmn.io/schema/dmn/biodi/2.0" xmlns:modeler="http://camunda.org/schema/modeler/1.0"
      xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="f" name="f" namespace="urn:f" exporter="Camunda Modeler" modeler:executionPlatform="Camunda Cloud">
      <decision id="fee" name="Fee"><extensionElements><zeebe:versionTag value="1"/></extensionElements>
        <decisionTable id="t" biodi:annotationsWidth="300"><input id="in" biodi:width="120"><inputExpression id="ie" typeRef="string"><text>kind</text></inputExpression></input>
        <output id="out" name="fee" typeRef="number"/><annotation name="why"/>
        <rule id="r"><inputEntry id="c"><text><![CDATA["a"]]></text></inputEntry><outputEntry id="o"><text>5</text></outputEntry><annotationEntry><text>law</text></annotationEntry></rule></decisionTable>
      </decision></definitions>`

  test.each([
    ['1.2', 'http://www.omg.org/spec/DMN/20180521/MODEL/'],
    ['1.3', 'https://www.omg.org/spec/DMN/20191111/MODEL/'],
    ['1.4', 'https://www.omg.org/spec/DMN/20211108/MODEL/'],
    ['1.5', 'https://www.omg.org/spec/DMN/20230324/MODEL/'],
  ])('a table drawn in Camunda Modeler under DMN %s reads', async (_version, namespace) => {
    const result = await readDmn('fee.dmn', drawn(namespace))
    expect(result).toMatchObject({ ok: true, decisions: [{ id: 'fee', name: 'Fee', inputs: ['kind'] }] })
  })

  test('DMN 1.1 and files that are no DMN at all are refused', async () => {
    for (const xml of [drawn('http://www.omg.org/spec/DMN/20151101/dmn.xsd'), '<a/>', 'hello', ''])
      expect(await readDmn('fee.dmn', xml)).toMatchObject({
        ok: false,
        findings: [expect.objectContaining({ file: 'fee.dmn' })],
      })
  })

  test('the same file gives the same findings and decisions every time', async () => {
    const wrong = definitions(decision('d', literal('1 +')))
    expect(await readDmn('a.dmn', wrong)).toEqual(await readDmn('a.dmn', wrong))
  })
})
