/** Names in a certificate, letter or notice that no step hands over: told where they are written, before somebody's paper fails or lacks a line. */
import { advice, quoted } from '../../finding.ts'
import type { Finding } from '../../problem.ts'
import type { Fact } from '../../template/facts.ts'
import type { Text } from '../../text.ts'
import { fillingsIn, type Filling } from './handed-over.ts'
import type { Knowledge, Source } from './known.ts'
import { follow } from './template-way.ts'
import { insteadOf } from './template-instead.ts'
import { ANY } from './variable.ts'

const RULE = 'template/unknown'
/** Of one template. */
const mostFindings = 50

type Facts = ReadonlyMap<string, readonly Fact[]>

export function templateFindings(source: Source, facts: Facts, knowledge: Knowledge): readonly Finding[] {
  if (facts.size === 0) return []
  const fillings = Map.groupBy(fillingsIn(source, knowledge), ({ template }) => template)
  return [...facts].flatMap(([name, all]) => {
    const users = fillings.get(name)
    return users ? inTemplate(`templates/${name}.hbs`, all, users) : []
  })
}

function inTemplate(file: string, facts: readonly Fact[], users: readonly Filling[]): readonly Finding[] {
  const told = new Set<string>()
  const findings: Finding[] = []
  for (const fact of facts) {
    const key = `${fact.line} ${fact.written}`
    if (told.has(key)) continue
    const missing = users.filter(({ data }) => follow(fact.way, data) === 'missing')
    if (missing.length === 0 || (missing.length < users.length && mayBeAbsent(fact))) continue
    told.add(key)
    findings.push(finding(file, fact, missing))
    if (findings.length === mostFindings) break
  }
  return findings
}

/** A template of several steps may ask for what one of them does not hand over. */
const mayBeAbsent = ({ way, isAsked, asked }: Fact): boolean =>
  isAsked || asked.some((it) => it.from === way.from && isWithin(it.parts, way.parts))

const isWithin = (one: readonly string[], other: readonly string[]): boolean =>
  one.slice(0, other.length).every((part, index) => part === other[index])

function finding(file: string, fact: Fact, users: readonly Filling[]): Finding {
  const { known, near } = insteadOf(fact, users[0]?.data ?? ANY)
  const { written, line, isAsked } = fact
  const steps = named(users)
  const names = known.length === 0 ? NOTHING : listed(known)
  return advice(
    RULE,
    { file, place: `line ${line}` },
    {
      en: `Expected a value that ${steps.en} hands over, but found ${quoted(written)}${isAsked ? ', so that the choice is always the same' : ''}; known here: ${names.en}`,
      ar: `المتوقع قيمة تسلّمها الخطوة ${steps.ar}، لكن وُجد ${quoted(written)}${isAsked ? '، فيكون الاختيار واحدًا دائمًا' : ''}؛ المعروف هنا: ${names.ar}`,
    },
    near === undefined
      ? {
          en: 'Correct the name, or add it to the data of the step',
          ar: 'صحّح الاسم، أو أضفه إلى بيانات الخطوة',
        }
      : {
          en: `Did you mean ${quoted(near)}? Otherwise add it to the data of the step`,
          ar: `هل المقصود ${quoted(near)}؟ وإلا فأضفه إلى بيانات الخطوة`,
        },
  )
}

const mostSteps = 3

function named(users: readonly Filling[]): Text {
  const steps = [...new Map(users.map(({ step: it }) => [it.en, it])).values()].slice(0, mostSteps)
  return {
    en: steps.map(({ en }) => quoted(en)).join(', '),
    ar: steps.map(({ ar }) => quoted(ar)).join('، '),
  }
}

const mostNames = 8
const NOTHING: Text = { en: 'nothing', ar: 'لا شيء' }

function listed(names: readonly string[]): Text {
  const told = names.slice(0, mostNames)
  const isAll = told.length === names.length
  return {
    en: told.join(', ') + (isAll ? '' : ' and others'),
    ar: told.join('، ') + (isAll ? '' : ' وغيرها'),
  }
}
