/** What is said to operators: incidents, steering, suspensions. */
import type { Text } from '../../engine/core/text.ts'

export const OPERATE = {
  'command.deploy': { en: 'put packages in force', ar: 'نشر الحزم' },
  'command.incidents': { en: 'list where applications stand still', ar: 'عرض المعاملات المتوقفة' },
  'command.cancel': {
    en: 'end an application before its time, or all that run of a service or agency',
    ar: 'إنهاء معاملة قبل أوانها، أو كل ما يجري من خدمة أو جهة',
  },
  'command.suspend': {
    en: 'hold an application, a service or an agency: nothing moves until it is resumed',
    ar: 'وقف معاملة أو خدمة أو جهة: لا يتحرك شيء حتى تُستأنف',
  },
  'command.suspensions': {
    en: 'list the services and agencies that are suspended, by whom and why',
    ar: 'عرض الخدمات والجهات الموقوفة، ومن أوقفها ولماذا',
  },
  'command.resume': { en: 'let go on what was suspended', ar: 'استئناف ما أُوقف' },
  'command.modify': {
    en: 'move an application by hand: cancel, begin or move steps',
    ar: 'تحريك معاملة يدويًا: إلغاء خطوات أو بدؤها أو نقلها',
  },
  'command.restart': { en: 'continue an ended application as a new one', ar: 'متابعة معاملة منتهية بمعاملة جديدة' },
  'command.retry': { en: 'try again where an application stood still', ar: 'إعادة المحاولة حيث توقفت معاملة' },
  'command.message': { en: 'tell waiting applications something', ar: 'إبلاغ المعاملات المنتظرة بأمر' },
  'command.signal': { en: 'tell everybody who waits for a signal', ar: 'إبلاغ كل من ينتظر إشارة' },
  'command.condition': { en: 'begin the services whose condition holds', ar: 'بدء الخدمات التي تحقق شرطها' },
  'argument.incident': {
    en: 'id of the incident, or reference number of an application (all of it)',
    ar: 'معرّف التوقف، أو الرقم المرجعي لمعاملة (كل توقفاتها)',
  },
  'argument.message': { en: 'name of the message', ar: 'اسم الرسالة' },
  'argument.signal': { en: 'name of the signal', ar: 'اسم الإشارة' },
  'option.agency': { en: 'for this agency instead of my own', ar: 'لهذه الجهة بدل جهتي' },
  'option.correlation': { en: 'correlation key: which application', ar: 'مفتاح الربط: أي معاملة' },
  'option.messageId': { en: 'id of the message: the same one counts once', ar: 'معرّف الرسالة: المعرّف نفسه يُحسب مرة' },
  'option.signalId': { en: 'id of the signal: the same one counts once', ar: 'معرّف الإشارة: المعرّف نفسه يُحسب مرة' },
  'option.onlyPackage': { en: 'only this service', ar: 'هذه الخدمة وحدها' },
  'option.ended': { en: 'those that were suspended once, the last first', ar: 'ما أُوقف سابقًا ثم استؤنف، الأحدث أولًا' },
  'option.cancelStep': {
    en: 'step at work to cancel, by its element or number',
    ar: 'خطوة عاملة تُلغى، باسم عنصرها أو رقمها',
  },
  'option.startStep': { en: 'element to begin', ar: 'عنصر يُبدأ' },
  'option.moveStep': {
    en: 'step at work to cancel, and the element to begin in its place',
    ar: 'خطوة عاملة تُلغى، والعنصر الذي يُبدأ مكانها',
  },
  'option.restartAt': { en: 'element to begin at', ar: 'العنصر الذي يُبدأ عنده' },
  'option.cause': {
    en: 'all incidents of this cause: job, expression, condition, error ...',
    ar: 'كل التوقفات لهذا السبب: job أو expression أو condition أو error ...',
  },
  'option.atElement': { en: 'all at this element', ar: 'كل ما عند هذا العنصر' },
  'option.inMessage': { en: 'all with this text in their message', ar: 'كل ما في رسالته هذا النص' },
  'option.retries': { en: 'attempts to give', ar: 'عدد المحاولات الممنوحة' },
  'option.ttl': {
    en: 'how long it is kept for those who do not wait yet',
    ar: 'مدة حفظها لمن لا ينتظرها بعد، بالميلي ثانية',
  },
  'usage.count': {
    en: 'Expected a whole number after {option}, but found "{found}".',
    ar: 'المتوقع عدد صحيح بعد {option}، لكن وُجد "{found}".',
  },
  'incident.id': { en: 'Id', ar: 'المعرّف' },
  'incident.cause': { en: 'Cause', ar: 'السبب' },
  'incident.raisedAt': { en: 'Since', ar: 'منذ' },
  'incident.message': { en: 'What is wrong', ar: 'المشكلة' },
  'incident.none': {
    en: 'Expected application {reference} to stand still somewhere, but it does not.',
    ar: 'المتوقع أن تكون المعاملة {reference} متوقفة في موضع، لكنها ليست كذلك.',
  },
  'incidents.none': { en: 'No incidents.', ar: 'لا معاملات متوقفة.' },
  'steering.done': { en: '{reference}: {status}', ar: '{reference}: {status}' },
  'modify.done': { en: '{reference} stands at: {places}', ar: '{reference} تقف عند: {places}' },
  'modify.step': {
    en: 'Expected one step at work called "{step}", but found: {found}; name it by the number of its element instance.',
    ar: 'يجب أن توجد خطوة عاملة واحدة باسم "{step}"، لكن وُجد: {found}؛ سمِّها برقم عنصرها.',
  },
  'usage.move': {
    en: 'Expected --move step=element, but found "{found}".',
    ar: 'يجب أن يكون الخيار ‎--move step=element، لكن وُجد "{found}".',
  },
  'restart.done': { en: '{before} continues as {reference}', ar: 'تتابع {before} بالمعاملة {reference}' },
  'cancel.all': {
    en: 'Ended: {canceled}; could not be ended: {failed}',
    ar: 'أُنهيت: {canceled}؛ وتعذّر إنهاء: {failed}',
  },
  'suspension.of': { en: 'Suspended', ar: 'الموقوف' },
  'suspension.agency': { en: 'all of {agency}', ar: 'كل خدمات {agency}' },
  'suspension.at': { en: 'Since', ar: 'منذ' },
  'suspension.by': { en: 'By', ar: 'أوقفها' },
  'suspension.reason': { en: 'Why', ar: 'السبب' },
  'suspension.lifted': { en: 'Resumed', ar: 'الاستئناف' },
  'suspensions.none': { en: 'No service or agency is suspended.', ar: 'لا توجد خدمة أو جهة موقوفة.' },
  'suspensions.noneEnded': { en: 'No service or agency was suspended before.', ar: 'لم توقف خدمة أو جهة من قبل.' },
  'suspend.service': {
    en: 'Suspended: {name}. Nothing of it begins; what runs is suspended one by one.',
    ar: 'أُوقفت: {name}. لا يبدأ منها شيء، وتُوقف معاملاتها الجارية واحدة تلو الأخرى.',
  },
  'resume.service': {
    en: 'Resumed: {name}. What was suspended for it goes on one by one.',
    ar: 'استؤنفت: {name}. تتابع معاملاتها الموقوفة واحدة تلو الأخرى.',
  },
  'retry.all': {
    en: 'Go on: {resolved}; stand still again at once: {again}; could not be tried again: {failed}',
    ar: 'استأنفت السير: {resolved}؛ وتوقفت ثانية في الحال: {again}؛ وتعذّرت إعادة المحاولة: {failed}',
  },
  'retry.more': { en: '… and {count} more: --json names them all', ar: '… و{count} غيرها: ‎--json يذكرها كلها' },
  'usage.retryAll': {
    en: 'Expected an incident or application, or --cause, --element, --service or --message for all of a kind.',
    ar: 'يجب ذكر توقف أو معاملة، أو ‎--cause أو ‎--element أو ‎--service أو ‎--message لكل ما هو من نوع واحد.',
  },
  'retry.done': { en: 'Tried again: {id}', ar: 'أُعيدت المحاولة: {id}' },
  'retry.stands': {
    en: 'The application still has {count} open incident(s): masar incidents',
    ar: 'ما زال في المعاملة {count} توقف مفتوح: masar incidents',
  },
  'message.accepted': { en: 'Taken in: {name}', ar: 'قُبلت الرسالة: {name}' },
  'message.before': { en: 'Taken in before, counted once: {name}', ar: 'قُبلت الرسالة من قبل وتُحسب مرة: {name}' },
  'signal.accepted': { en: 'Broadcast: {name} ({count} were waiting)', ar: 'بُثّت الإشارة: {name} (المنتظرون: {count})' },
  'signal.before': { en: 'Broadcast before, counted once: {name}', ar: 'بُثّت الإشارة من قبل وتُحسب مرة: {name}' },
} as const satisfies Readonly<Record<string, Text>>
