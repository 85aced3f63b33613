/** Forms and their questions: what citizens and clerks are asked. */
import { isText, type Text } from '../../../text.ts'
import type { JsonObject, JsonValue } from '../../../json.ts'
import { objectAt } from '../leaves.ts'
import type { Side } from '../side.ts'
import type { Aspect, Comparison, Thing, Which } from '../thing.ts'
import { named, quote, same } from '../words.ts'
import { anatomyOf, type Anatomy } from './anatomy.ts'
import { conditionInWords } from './condition.ts'
import { FIELD_ASPECTS } from './field-aspects.ts'
import { nameNow, nameOf, renamedIn } from './renamed.ts'

type OneForm = Side['forms'][number]

const FORM: Text = { ar: 'النموذج', en: 'the form' }

function titleOf({ id, json }: OneForm): Text {
  const { title } = json
  return isText(title) ? { ar: title.ar, en: title.en } : same(id)
}

export const forms: Comparison = {
  things: ({ forms: all }) =>
    all.map((form): Thing => {
      const { rest } = anatomyOf(form.json)
      return {
        key: form.id,
        subject: { kind: 'form', form: form.id },
        title: named(FORM, titleOf(form)),
        file: form.file,
        weight: 'people',
        aspects: rest,
      }
    }),
  aspects: [
    { of: 'title', name: () => ({ ar: 'الاسم', en: 'the name' }), renames: true },
    { of: 'order:questions', name: () => ({ ar: 'ترتيب الأسئلة', en: 'the order of the questions' }), weight: 'look' },
    {
      of: 'schema/condition/',
      name: (rest) => ({ ar: `الشرط ${rest}`, en: `condition ${rest}` }),
      show: conditionInWords,
    },
    {
      of: 'schema/',
      name: (rest) => ({ ar: `القاعدة ${quote(same(rest)).ar}`, en: `the rule ${quote(same(rest)).en}` }),
    },
    { of: 'words/', name: () => ({ ar: 'نص في الصفحة', en: 'a text on the page' }) },
    section('section/'),
    { of: 'layout/', name: () => ({ ar: 'تخطيط الصفحة', en: 'the layout of the page' }), weight: 'look' },
  ],
}

/** What hides a section hides questions; the rest of it is how the page looks. */
function section(prefix: string): Aspect {
  return {
    of: prefix,
    name: (rest) => ({ ar: `القسم ${quote(same(rest)).ar}`, en: `the section ${quote(same(rest)).en}` }),
  }
}

export const fields: Comparison = {
  things: (side, other, which) =>
    side.forms.flatMap((form) => {
      const twin = other.forms.find(({ id }) => id === form.id)
      return questionsOf(form, twin ? anatomyOf(twin.json).questions : new Map(), which)
    }),
  aspects: FIELD_ASPECTS,
}

/** A question that is only called otherwise has the key it had, and its name told. */
function questionsOf(form: OneForm, there: Anatomy['questions'], which: Which): readonly Thing[] {
  const { questions } = anatomyOf(form.json)
  const isNew = which === 'newer'
  const renamed = isNew ? renamedIn(there, questions) : renamedIn(questions, there)
  const before = new Set(renamed.values())
  return [...questions].map(([place, aspects]) => {
    if (isNew && renamed.has(place)) {
      const told = new Map(aspects).set('name', nameNow(place, renamed))
      return { ...questionOf(form, place, told), key: keyOf(form, renamed.get(place) ?? place) }
    }
    const isOther = !isNew && before.has(place)
    return questionOf(form, place, isOther ? new Map(aspects).set('name', nameOf(place)) : aspects)
  })
}

const keyOf = ({ id }: OneForm, place: string): string => `${id} ${place}`

function questionOf(form: OneForm, place: string, aspects: ReadonlyMap<string, JsonValue>): Thing {
  const called = labelOf(form.json, place)
  const [question, inForm] = [named({ ar: 'السؤال', en: 'the question' }, called), named(FORM, titleOf(form))]
  return {
    key: keyOf(form, place),
    subject: { kind: 'field', form: form.id, field: place },
    title: { ar: `${question.ar} في ${inForm.ar}`, en: `${question.en} in ${inForm.en}` },
    file: form.file,
    place,
    weight: 'people',
    ...(aspects.get('required') === true ? { whole: { ar: 'إلزامي', en: 'must be answered' } } : {}),
    aspects,
  }
}

function labelOf(json: JsonObject, place: string): Text {
  const label = objectAt(objectAt(json, 'texts'), place)['label']
  return isText(label) ? { ar: label.ar, en: label.en } : same(place)
}
