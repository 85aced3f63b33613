/** A new service in a page, for who publishes or signs it for the first time: what it is, under which law, what it asks, costs and takes. */
import { diagramsOf } from './drawing/names.ts'
import { groupsCalled } from './drawing/step-aspects.ts'
import { anatomyOf as formAnatomy } from './form/anatomy.ts'
import { bilingual } from '../../bilingual.ts'
import { counted } from '../../counted.ts'
import { textOf } from '../../bpmn/element.ts'
import { isJsonObject, type JsonObject, type JsonValue } from '../../json.ts'
import { isText, type Text } from '../../text.ts'
import type { PackageFiles } from '../files.ts'
import { anatomyOf as shapeAnatomy } from './drawing/anatomy.ts'
import { listAt, objectAt } from './leaves.ts'
import { pricesOf } from './prices.ts'
import { openSide, type Side } from './side.ts'
import { dataAgreements } from './title-page/data-agreements.ts'
import { textAt } from './title-page/entries.ts'
import { CHANNELS_CALLED } from './title-page/service.ts'
import { quote, same, shown } from './words.ts'

export interface SummaryPart {
  readonly title: Text
  readonly lines: readonly Text[]
}

/** @param now epoch milliseconds: the day on which prices are asked */
export async function summaryOf(files: PackageFiles, now: number): Promise<readonly SummaryPart[]> {
  const side = await openSide(files)
  const parts: readonly SummaryPart[] = [
    part('الخدمة', 'The service', serviceLines(side)),
    part(
      'السند القانوني',
      'Legal basis',
      entries(side, 'legalBasis', (it) => textAt(it, 'article')),
    ),
    part('اتفاقيات البيانات', 'Data agreements', agreementLines(side)),
    part('الرسوم', 'Fees', [...(await pricesOf(files, now))]),
    part('المهل', 'Deadlines', entries(side, 'deadlines', durationOf)),
    part('مدد الحفظ', 'Retention', entries(side, 'retention', durationOf, 'what')),
    part('خطوات ينجزها الموظفون ومقدم الطلب', 'Steps people do', stepLines(side)),
    part('خطوات آلية', 'Automatic steps', automaticLines(side)),
    part('النماذج', 'Forms', formLines(side)),
    part(
      'الوثائق والرسائل',
      'Papers and notices',
      [...side.files.keys()].flatMap((it) => /^templates\/(.+)\.hbs$/.exec(it)?.[1] ?? []).map(same),
    ),
    part(
      'من يوقّع قبل النشر',
      'Who signs before it is published',
      entries(side, 'signOff', () => undefined),
    ),
    part(
      'الاختبارات',
      'Tests',
      side.tests.map(({ file, json }) => titled(json['title'], file)),
    ),
  ]
  return parts.filter(({ lines }) => lines.length > 0)
}

const part = (ar: string, en: string, lines: readonly Text[]): SummaryPart => ({ title: { ar, en }, lines })

const titled = (title: JsonValue | undefined, otherwise: string): Text =>
  isText(title) ? { ar: title.ar, en: title.en } : same(otherwise)

const withMore = (text: Text, more: Text | undefined): Text =>
  more ? { ar: `${text.ar}: ${more.ar}`, en: `${text.en}: ${more.en}` } : text

const durationOf = (entry: JsonObject): Text | undefined =>
  entry['duration'] === undefined ? undefined : shown(entry['duration'])

const UNVERIFIED: Text = { ar: ' (لم تؤكده الجهة بعد)', en: ' (not confirmed by the agency yet)' }

function entries(
  { workflow }: Side,
  list: string,
  more: (entry: JsonObject) => Text | undefined,
  named = 'title',
): readonly Text[] {
  return listAt(workflow, list).flatMap((entry): readonly Text[] => {
    if (entry === null || !isJsonObject(entry)) return []
    const { ar, en } = withMore(titled(entry[named], String(entry['id'] ?? entry['role'] ?? '')), more(entry))
    return [entry['verified'] === false ? { ar: ar + UNVERIFIED.ar, en: en + UNVERIFIED.en } : { ar, en }]
  })
}

function serviceLines({ workflow }: Side): readonly Text[] {
  const start = objectAt(workflow, 'start')
  const said: readonly (readonly [string, string, Text | undefined])[] = [
    ['الاسم', 'Name', textAt(workflow, 'title')],
    ['الوصف', 'Description', textAt(workflow, 'description')],
    ['الجهة', 'Agency', workflow['agency'] === undefined ? undefined : shown(workflow['agency'])],
    ['قنوات التقديم', 'Channels', start['channels'] === undefined ? undefined : CHANNELS_CALLED(start['channels'])],
    ['من يقدّم', 'Who may apply', CHANNELS_CALLED(start['applicants'] ?? ['person'])],
  ]
  return said.flatMap(([ar, en, text]) => (text ? [withMore({ ar, en }, text)] : []))
}

const agreementLines = (side: Side): readonly Text[] =>
  dataAgreements.things(side, side, 'newer').map(({ key, whole }) => withMore(quote(same(key)), whole))

function stepLines(side: Side): readonly Text[] {
  return stepsOf(side, (type) => type === 'bpmn:UserTask').map(({ name, aspects }) => {
    const groups = aspects.get('assignmentDefinition/candidateGroups')
    const who = groups === undefined ? { ar: 'مقدم الطلب', en: 'the applicant' } : groupsCalled(groups, side)
    return withMore(name, who)
  })
}

const AUTOMATIC = new Set(['bpmn:ServiceTask', 'bpmn:BusinessRuleTask', 'bpmn:SendTask', 'bpmn:CallActivity'])

const automaticLines = (side: Side): readonly Text[] =>
  stepsOf(side, (type) => AUTOMATIC.has(type)).map(({ name }) => name)

function stepsOf(side: Side, isWanted: (type: string) => boolean) {
  return diagramsOf(side).flatMap(({ nodes }) =>
    nodes.flatMap(({ element }) =>
      isWanted(element.$type)
        ? [{ name: bilingual(textOf(element, 'name') ?? element.id ?? ''), aspects: shapeAnatomy(element) }]
        : [],
    ),
  )
}

function formLines({ forms }: Side): readonly Text[] {
  return forms.map(({ id, json }) => {
    const questions = [...formAnatomy(json).questions.values()].filter((it) => it.has('section'))
    const [all, must] = [questions.length, questions.filter((it) => it.get('required') === true).length]
    return withMore(titled(json['title'], id), {
      ar: `${counted(all, 'question', 'ar')} (إلزامي: ${String(must)})`,
      en: `${counted(all, 'question', 'en')} (${String(must)} required)`,
    })
  })
}
