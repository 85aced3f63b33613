/** What an event means to a person who reads along; events that only the engine needs have no words and are passed over. */
import type { Text } from '../../engine/core/text.ts'
import type { Moment } from './asked.ts'

const HAPPENED: Readonly<Record<string, Text>> = {
  instanceStarted: { ar: 'بدأ الطلب', en: 'The application begins' },
  elementActivated: { ar: 'وصل إلى {name}', en: 'Reaches {name}' },
  elementCompleted: { ar: 'اكتملت {name}', en: '{name} is completed' },
  elementTerminated: { ar: 'أُلغيت {name}', en: '{name} is called off' },
  compensationStarted: { ar: 'بدأ إلغاء أثر {name}', en: 'Undoing {name}' },
  compensationCompleted: { ar: 'أُلغي أثر {name}', en: '{name} is undone' },
  transactionCanceled: { ar: 'أُلغيت المعاملة المترابطة {name}', en: 'The transaction {name} is canceled' },
  variablesSet: { ar: 'عُرفت قيم: {said}', en: 'Values become known: {said}' },
  variablesReplaced: { ar: 'تغيّرت قيم {name}', en: 'The values of {name} are replaced' },
  taskOpened: { ar: 'فُتحت مهمة {name}', en: 'The task {name} is opened' },
  taskAssigned: { ar: 'المهمة {name} لدى {said}', en: 'The task {name} is with {said}' },
  taskClosed: { ar: 'أُغلقت مهمة {name}', en: 'The task {name} is closed' },
  taskRescheduled: { ar: 'تغيّر موعد مهمة {name}', en: 'The task {name} is due at another time' },
  taskRenewed: { ar: 'جُدّدت مهمة {name}', en: 'The task {name} is renewed' },
  jobOpened: { ar: 'طلبت {name} عملًا: {said}', en: '{name} asks for work: {said}' },
  jobFailed: { ar: 'فشلت محاولة عند {name}: {said}', en: 'An attempt at {name} failed: {said}' },
  jobRetried: { ar: 'مُنحت {name} محاولات جديدة', en: '{name} is given new attempts' },
  jobClosed: { ar: 'انتهى عمل {name}', en: 'The work of {name} is over' },
  jobRenewed: { ar: 'جُدّد عمل {name}', en: 'The work of {name} is renewed' },
  timerOpened: { ar: 'ضُبط مؤقّت {name}', en: 'The timer {name} is set' },
  timerMoved: { ar: 'نُقل مؤقّت {name}', en: 'The timer {name} is moved' },
  timerClosed: { ar: 'انتهى مؤقّت {name}', en: 'The timer {name} is over' },
  subscriptionOpened: { ar: 'تنتظر {name} رسالة', en: '{name} waits for a message' },
  messageCorrelated: { ar: 'وصلت الرسالة إلى {name}', en: 'The message reaches {name}' },
  messagePublished: { ar: 'أُرسلت الرسالة {said}', en: 'The message {said} is sent' },
  signalSubscriptionOpened: { ar: 'تنتظر {name} إشارة', en: '{name} waits for a signal' },
  signalCaught: { ar: 'وصلت الإشارة {said}', en: 'The signal {said} arrives' },
  signalThrown: { ar: 'أُطلقت الإشارة {said}', en: 'The signal {said} is thrown' },
  conditionOpened: { ar: 'تنتظر {name} شرطًا', en: '{name} waits for a condition' },
  conditionTurned: { ar: 'تغيّر شرط {name}', en: 'The condition of {name} turned' },
  decisionEvaluated: { ar: 'حُسب القرار {said}', en: 'The decision {said} is evaluated' },
  escalationThrown: { ar: 'تصعيد {said} عند {name}', en: 'Escalation {said} at {name}' },
  errorThrown: { ar: 'خطأ {said} عند {name}', en: 'Error {said} at {name}' },
  incidentRaised: { ar: 'توقف عند {name}: {said}', en: 'Stands still at {name}: {said}' },
  incidentResolved: { ar: 'أُعيدت المحاولة عند {name}', en: 'Tried again at {name}' },
  instanceSuspended: { ar: 'أُوقف الطلب: {said}', en: 'The application is suspended: {said}' },
  instanceResumed: { ar: 'استؤنف الطلب: {said}', en: 'The application goes on: {said}' },
  instanceMigrated: { ar: 'انتقل إلى إصدار آخر', en: 'Goes over to another version' },
  elementMigrated: { ar: 'يقف الآن عند {name}', en: 'Stands at {name} from now on' },
  modificationBegan: { ar: 'نُقل الطلب يدويًا: {said}', en: 'Moved by hand: {said}' },
  clockStarted: { ar: 'بدأت مهلة قانونية', en: 'A statutory deadline begins' },
  clockStopped: { ar: 'توقفت مهلة قانونية', en: 'A statutory deadline stands still' },
  clockResumed: { ar: 'استؤنفت مهلة قانونية', en: 'A statutory deadline goes on' },
  clockStoppedByHand: { ar: 'أُوقفت مهلة قانونية يدويًا', en: 'A statutory deadline is stopped by hand' },
  clockContinued: { ar: 'استؤنفت مهلة قانونية يدويًا', en: 'A statutory deadline is continued by hand' },
  clockRecalculated: { ar: 'حُسبت مهلة قانونية من جديد', en: 'A statutory deadline is counted anew' },
  clockEnded: { ar: 'انتهت مهلة قانونية', en: 'A statutory deadline is over' },
  instanceCompleted: { ar: 'انتهى الطلب', en: 'The application ends' },
  instanceTerminated: { ar: 'أُنهي الطلب: {said}', en: 'The application is ended: {said}' },
}

const GIVEN_BACK: Text = { ar: 'أُعيدت مهمة {name}', en: 'The task {name} is given back' }
const BEGINS: Text = { ar: 'بدأ الإجراء', en: 'The procedure begins' }

/** Undefined: nothing a person sees. */
export function happened({ kind, said, element, program }: Moment): Text | undefined {
  if (kind === 'taskAssigned' && said === undefined) return GIVEN_BACK
  if (kind === 'elementActivated' && program?.endsWith(`/${element ?? ''}`)) return BEGINS
  return HAPPENED[kind]
}
