/** Why an instruction cannot be carried out, told to the operator in both languages. */
import { mistake } from '../../../core/finding.ts'
import type { Finding } from '../../../core/problem.ts'
import type { Text } from '../../../core/text.ts'

type Refusal = (place: string, found: Text) => Finding

const refusal =
  (rule: string, en: string, ar: string, doEn: string, doAr: string): Refusal =>
  (place, found) =>
    mistake(
      `modify/${rule}`,
      { place },
      { en: `Expected ${en}, but ${place}: ${found.en}`, ar: `${ar}، لكن ${place}: ${found.ar}` },
      { en: doEn, ar: doAr },
    )

export const notLive = refusal(
  'not-live',
  'an element instance at work',
  'يجب أن يكون العنصر قيد العمل',
  'Read the application again and name one of its elements at work',
  'اقرأ المعاملة من جديد وسمِّ أحد عناصرها العاملة',
)

export const unknownElement = refusal(
  'unknown-element',
  'an element of the procedure',
  'يجب أن يكون العنصر من عناصر الإجراء',
  'Name an element by its id in the drawing',
  'سمِّ عنصرًا بمعرّفه في الرسم',
)

export const cannotBegin = refusal(
  'cannot-begin',
  'an element that can be begun by hand',
  'يجب أن يكون العنصر مما يمكن بدؤه يدويًا',
  'Name a task, gateway, event or subprocess that a token can enter',
  'سمِّ مهمة أو بوابة أو حدثًا أو إجراءً فرعيًا يمكن الدخول إليه',
)

export const noScope = refusal(
  'no-scope',
  'one place at work to begin the element in',
  'يجب أن يوجد موضع عامل واحد يبدأ فيه العنصر',
  'Name the scope by the id of its element instance',
  'سمِّ النطاق بمعرّف عنصره العامل',
)

export const noToken = refusal(
  'no-token',
  'a token that waits at the end of this flow',
  'يجب أن ينتظر رمز عند نهاية هذا السهم',
  'Read the application again and name a flow a token waits on',
  'اقرأ المعاملة من جديد وسمِّ سهمًا ينتظر عنده رمز',
)

export const oneTurn = refusal(
  'one-turn',
  'a whole loop, or an item of a multi-instance activity',
  'يجب أن تكون حلقة كاملة أو بندًا من نشاط متعدد',
  'Cancel the element instance around it, which is the whole loop',
  'ألغِ العنصر الذي يحيط به، وهو الحلقة كلها',
)

export const wholeProcess = refusal(
  'whole-process',
  'a part of the application',
  'يجب أن يكون العنصر جزءًا من المعاملة',
  'Cancel the application instead',
  'ألغِ المعاملة بدلًا من ذلك',
)

/** What was found, where it is the same in several places. */
export const ENDED: Text = { en: 'it has ended or never was', ar: 'انتهى أو لم يكن قط' }

export const CANCELLED: Text = {
  en: 'it is cancelled by these same instructions',
  ar: 'تلغيه هذه التعليمات نفسها',
}
