/**
 * A finding in the words of who never sees files: the same that `masar check` says to a programmer, with the names of files,
 * keys and attributes told as the pages call them, and with the place where "correct the file" would be all there is to do.
 */
import type { DraftFiles } from '../../engine/core/package/file-changes.ts'
import type { Finding } from '../../engine/core/problem.ts'
import type { Language, Text } from '../../engine/core/text.ts'
import { fieldName, sectionName } from './title-page-names.ts'
import { elementName, whereOf } from './where.ts'
import { CHECK_WORDS } from './words.ts'

export interface Told {
  readonly where: string | undefined
  readonly message: string
  readonly remedy: string | undefined
}

export function toldTo(finding: Finding, files: DraftFiles, language: Language): Told {
  const { message, messageAr, remedy, remedyAr, file = '', place = '' } = finding
  const where = whereOf(finding, files)?.[language]
  const xml = file.endsWith('.bpmn') ? files.get(file) : undefined
  const named = (text: string): string => {
    if (xml === undefined) return text
    const name = place === '' ? undefined : elementName(xml, place)?.[language]
    return othersCalled(called(text, place, name, language), xml, language)
  }
  const [told, todo] = language === 'ar' ? [messageAr ?? message, remedyAr ?? remedy] : [message, remedy]
  const isBare = todo !== undefined && BARE.has(remedy ?? '')
  return {
    where,
    message: inWords(named(file === 'workflow.json' ? keysCalled(told, place, language) : told), language),
    remedy:
      isBare && where !== undefined
        ? CHECK_WORDS.correctAt[language].replace('{where}', where)
        : todo && inWords(named(todo), language),
  }
}

/** What is wrong and what to do about it, on one line: for the place itself. */
export function sentence(finding: Finding, files: DraftFiles, language: Language): string {
  const { message, remedy } = toldTo(finding, files, language)
  return remedy === undefined ? message : `${message}. ${remedy}`
}

/** Says no more than where it is written, which a page says better. */
const BARE: ReadonlySet<string> = new Set([
  'Correct workflow.json',
  'Correct the file',
  'Correct the test file',
  'Correct the form',
  'Correct the answer',
])

/** A key of the title page by the name of its field, of its section where it stands by itself. */
const keysCalled = (text: string, place: string, language: Language): string =>
  text.replaceAll(/"(\w+)"/g, (whole, key: string) => {
    const called = place === '' || place === '/' ? sectionName(key) : fieldName(key, '')
    return called ? titled(called[language], language) : whole
  })

/** An element by the name that stands on it. */
function called(text: string, id: string, name: string | undefined, language: Language): string {
  if (name === undefined || id === '') return text
  const escaped = id.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  return text.replaceAll(new RegExp(`(?<![\\w."-])${escaped}(?![\\w"-])`, 'g'), titled(name, language))
}

const titled = (name: string, language: Language): string => (language === 'ar' ? `«${name}»` : `“${name}”`)

/** Ids that nobody wrote: the canvas gave them. */
const GIVEN = /(?<![\w."-])(?:Flow|Gateway|Event|Activity|Task)_[a-z0-9]{7}(?![\w"-])/g

/** What else is spoken of, the gateway an arrow leaves, by the names that stand on it. */
const othersCalled = (text: string, xml: string, language: Language): string =>
  text.replaceAll(GIVEN, (id) => {
    const name = elementName(xml, id)?.[language]
    return name === undefined ? id : titled(name, language)
  })

/** As it is written, longer first; and what the page calls it. */
const GLOSSARY: readonly (readonly [written: string, said: Text])[] = [
  ['"executor": "kernel"', { ar: '«kernel» في «الخدمة › المنفّذ»', en: '“kernel” in “The service › Executor”' }],
  ['"uses"', { ar: '«الحزم المشتركة»', en: '“Shared packages”' }],
  ['"legalBasis"', { ar: '«السند القانوني»', en: '“Law”' }],
  ['"start"', { ar: '«التقديم»', en: '“Applying”' }],
  ['"calendar"', { ar: '«التقويم»', en: '“Calendar”' }],
  ['"closes"', { ar: '«ساعة إغلاق المكتب»', en: '“When the office closes”' }],
  ['"shared": true', { ar: '«حزمة مشتركة»', en: '“Shared”' }],
  ['workflow.json', { ar: 'السياسة', en: 'the policy' }],
  ['dataAgreements', { ar: '«السياسة › اتفاقيات البيانات»', en: '“Policy › Data agreements”' }],
  ['deadlines', { ar: '«السياسة › المواعيد»', en: '“Policy › Deadlines”' }],
  ['legalBasis', { ar: '«السياسة › السند القانوني»', en: '“Policy › Law”' }],
  ['masar:candidateGroups', { ar: '«المجموعات»', en: '“Groups”' }],
  ['candidateGroups', { ar: '«المجموعات»', en: '“Groups”' }],
  ['candidateUsers', { ar: '«أشخاص يجوز لهم»', en: '“Persons who may”' }],
  ['assignee', { ar: '«شخص بعينه»', en: '“One person”' }],
  ['masar:fourEyes', { ar: '«عيون أربع»', en: '“Four eyes”' }],
  ['masar:legalBasis', { ar: '«السند القانوني»', en: '“Legal basis”' }],
  ['masar:deadline', { ar: '«المهلة»', en: '“Deadline”' }],
  ['masar:stopsClock', { ar: '«تتوقف الساعة أثناء هذه الخطوة»', en: '“The clock stands still during this step”' }],
  ['masar:governorate', { ar: '«المحافظة التي تُحتسب عطلها»', en: '“Governorate whose closures count”' }],
  ['masar:startEvent', { ar: '«البداية»', en: '“Where it begins”' }],
  ['dueDate', { ar: '«تُنجز خلال»', en: '“Due”' }],
  ['followUpDate', { ar: '«تُتابع بعد»', en: '“Looked at again”' }],
  ['formId', { ar: '«النموذج الذي يُملأ»', en: '“Form that is filled in”' }],
  ['decisionId', { ar: '«جدول القرار»', en: '“Decision table”' }],
  ['resultVariable', { ar: '«متغير الناتج»', en: '“Variable for the result”' }],
  ['processId', { ar: '«الإجراء»', en: '“Procedure”' }],
  ['correlationKey', { ar: '«المفتاح الذي تجد به طلبها»', en: '“Key by which it finds its application”' }],
  ['zeebe:calledElement', { ar: '«الإجراء المستدعى»', en: '“Called procedure”' }],
  ['zeebe:calledDecision', { ar: '«القرار»', en: '“Decision”' }],
  ['zeebe:taskDefinition', { ar: '«العمل الآلي»', en: '“Job”' }],
  ['zeebe:publishMessage', { ar: '«الرسالة»', en: '“Message”' }],
  ['zeebe:subscription', { ar: '«الرسالة»', en: '“Message”' }],
  ['zeebe:loopCharacteristics', { ar: '«التكرار»', en: '“Repetition”' }],
  ['zeebe:script', { ar: '«الحساب»', en: '“Computation”' }],
  ['inputCollection', { ar: '«القائمة»', en: '“The list”' }],
  ['inputElement', { ar: '«اسم العنصر الواحد»', en: '“Name of one of them”' }],
  ['outputCollection', { ar: '«قائمة النتائج»', en: '“List of the results”' }],
  ['outputElement', { ar: '«نتيجة كل واحد»', en: '“Result of each”' }],
  ['loopCardinality', { ar: '«عدد المرات»', en: '“How often”' }],
  ['loopMaximum', { ar: '«أقصى عدد للمرات»', en: '“At most so often”' }],
  ['loopCondition', { ar: '«تُنجز مرة أخرى ما دام»', en: '“Done again as long as”' }],
  ['timeDuration', { ar: '«بعد مدة»', en: '“After a time”' }],
  ['timeDate', { ar: '«في موعد»', en: '“At a moment”' }],
  ['timeCycle', { ar: '«مرة بعد مرة»', en: '“Again and again”' }],
  ['input "service"', { ar: '«خدمة ناقل البيانات»', en: '“Service of the data bus”' }],
]

/** What stands in quotes as somebody wrote it stays as it is: only what is not part of a longer word is told otherwise. */
const PATTERN = new RegExp(
  `(?<![\\w:./"-])(?:${GLOSSARY.map(([written]) => written.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
    .toSorted((one, other) => other.length - one.length)
    .join('|')})(?![\\w:"-])`,
  'g',
)
const SAID: ReadonlyMap<string, Text> = new Map(GLOSSARY)
const FILE_OF = /\b(forms|templates)\/([\w.-]+?)\.(?:form\.json|hbs)\b/g

const inWords = (text: string, language: Language): string =>
  text
    .replaceAll(PATTERN, (written) => SAID.get(written)?.[language] ?? written)
    .replaceAll(FILE_OF, (_, folder: string, name: string) =>
      CHECK_WORDS[folder === 'forms' ? 'formCalled' : 'paperCalled'][language].replace('{name}', name),
    )
