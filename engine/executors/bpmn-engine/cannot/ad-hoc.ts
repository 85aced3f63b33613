/** Steps that are chosen while the application runs. */
import type { Cannot } from './cannot.ts'

/** bpmn-elements exports its plain subprocess under the name of the ad-hoc one as well. */
export const adHoc: Cannot = {
  name: 'ad-hoc',
  reason: {
    en: 'bpmn-engine runs an ad-hoc subprocess like any other: everything in it begins at once, without ordering, completion condition or choice (13.3.5)',
    ar: 'يشغّل bpmn-engine العملية الفرعية المخصصة كغيرها: يبدأ كل ما فيها معًا بلا ترتيب ولا شرط اكتمال ولا اختيار (13.3.5)',
  },
  neededBy: ({ elements }) => elements.filter(({ kind }) => kind === 'adHocSubProcess'),
}
