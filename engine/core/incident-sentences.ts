/** The sentences of incidents, each in both languages: English as it is written, with its gaps by name, and the same in Arabic. */

/** {gap} stays as it was written; {gap:asked}, {gap:wanted} and {gap:reason} are put into Arabic in their turn. */
export type Told = readonly [english: RegExp, arabic: string]

const LOOK = 'ابحث عن حلقة، ثم أعد المحاولة'

export const SENTENCES: readonly Told[] = [
  [
    /^Expected (?<asked>.+?) at (?<at>\S+) to have a value, but "(?<feel>[\s\S]*)" has none: (?<why>[\s\S]+)$/,
    'المتوقع قيمة في {asked:asked} عند {at}، لكن {feel} لا قيمة له: {why:reason}',
  ],
  [
    /^Expected (?<asked>.+?) at (?<at>\S+) to be (?<wanted>.+?), but "(?<feel>[\s\S]*)" is (?<found>[\s\S]*)$/,
    'المتوقع في {asked:asked} عند {at} {wanted:wanted}، لكن {feel} قيمته {found}',
  ],
  [
    /^Expected the job (?<type>\S+) of (?<at>\S+) to succeed, but its last attempt failed: (?<why>[\s\S]*)$/,
    'المتوقع أن ينجح العمل {type} في الخطوة {at}، لكن آخر محاولة فشلت: {why:reason}',
  ],
  [
    /^Expected a boundary event or event subprocess that catches the error "(?<code>.*)" of (?<at>\S+), but there is none; add one and migrate, or cancel the instance$/,
    'المتوقع حدث حدّي أو إجراء فرعي بحدث يلتقط الخطأ {code} من {at}، لكن لا يوجد؛ أضف واحدًا وانقل الطلب إليه، أو ألغِ الطلب',
  ],
  [
    /^Expected a boundary event or event subprocess that catches the error "(?<code>.*?)" of (?<at>\S+), but there is none: (?<why>[\s\S]*)$/,
    'المتوقع حدث حدّي أو إجراء فرعي بحدث يلتقط الخطأ {code} من {at}، لكن لا يوجد: {why:reason}',
  ],
  [
    /^Expected (?<at>\S+) inside a transaction with a cancel event on its edge, but there is none; add one and migrate, or cancel the instance$/,
    'المتوقع أن تكون {at} داخل معاملة على حدّها حدث إلغاء، لكن لا يوجد؛ أضف واحدًا وانقل الطلب إليه، أو ألغِ الطلب',
  ],
  [
    /^Expected a flow out of (?<at>\S+) whose condition is true, but there is none; correct the variables or add a default flow$/,
    'المتوقع سهم خارج من {at} يصحّ شرطه، لكن لا يوجد؛ صحّح المتغيرات أو أضف سهمًا افتراضيًا',
  ],
  [
    /^Expected a token on every incoming flow of each join in (?<scope>.+?), or the condition of a complex gateway to hold, but those that arrived by (?<flows>.+) wait and no other can come; correct the diagram, then migrate or cancel the instance$/,
    'المتوقع أن تصل كل الطرق إلى كل نقطة التقاء في {scope}، أو أن يصحّ شرط البوابة المركبة، لكن ما وصل من {flows} ينتظر ولا يمكن أن يأتي غيره؛ صحّح الرسم ثم انقل الطلب إليه أو ألغِه',
  ],
  [
    /^Expected the decision "(?<id>.*)" of (?<at>\S+) in the package, but it has none of that name$/,
    'المتوقع أن يكون القرار {id} الذي تسأله {at} في الحزمة، لكن لا قرار فيها بهذا الاسم',
  ],
  [
    /^Expected the decision "(?<id>.*?)" of (?<at>\S+) to give a result, but: (?<why>[\s\S]+)$/,
    'المتوقع أن يعطي القرار {id} الذي تسأله {at} جوابًا، لكن: {why:reason}',
  ],
  [
    /^Expected the time to live at (?<at>\S+) to be a duration, but: (?<why>[\s\S]+)$/,
    'المتوقع أن تكون مدة بقاء الرسالة عند {at} مدة زمنية، لكن: {why:reason}',
  ],
  [/^Expected a time for the timer of (?<at>\S+), but: (?<why>[\s\S]+)$/, 'المتوقع وقت للمؤقّت {at}، لكن: {why:reason}'],
  [
    /^Expected the deadline (?<id>\S+) to come within ten years, but the calendar of the agency has too few working days; correct the calendar$/,
    'المتوقع أن تنتهي المهلة {id} خلال عشر سنوات، لكن أيام العمل في تقويم الجهة قليلة جدًا؛ صحّح التقويم',
  ],
  [
    /^Expected the process (?<key>\S+) called by (?<at>\S+?)(?: in a version tagged "(?<tag>.*)")?, but it is not deployed; deploy it$/,
    'المتوقع أن يكون الإجراء {key} الذي تستدعيه {at} منشورًا {tag}، لكنه غير منشور؛ انشره',
  ],
  [
    /^Expected (?<key>\S+) called by (?<at>\S+) to have a start without a trigger, but it has none$/,
    'المتوقع أن تكون للإجراء {key} الذي تستدعيه {at} بداية بلا مُطلِق، لكن لا بداية له كهذه',
  ],
  [
    /^Expected (?<at>\S+) to name one of the start events (?<all>.+) of (?<key>\S+), but found (?<found>\S+); correct masar:startEvent$/,
    'المتوقع أن تسمّي {at} واحدة من بدايات {key}: {all}، لكن وُجد {found}؛ صحّح البداية',
  ],
  [
    /^Expected calls at most (?<most>\d+) deep, but (?<at>\S+) calls one deeper; look for a process that calls itself$/,
    'المتوقع ألا يزيد تداخل الاستدعاءات على {most}، لكن {at} تستدعي أعمق؛ ابحث عن إجراء يستدعي نفسه',
  ],
  [
    /^Expected at most (?<most>\d+) steps before everything waits, but (?<at>\S+) would be one more; look for a loop, then resolve the incident to go on$/,
    `المتوقع ألا تُنجز أكثر من {most} خطوة قبل أن ينتظر كل شيء، لكن {at} خطوة زائدة؛ ${LOOK}`,
  ],
  [
    /^Expected at most (?<most>\d+) steps before everything waits, but (?<places>\d+) places wait for the signal "(?<name>.*)"; look for a loop, then resolve the incident to go on$/,
    `المتوقع ألا تُنجز أكثر من {most} خطوة قبل أن ينتظر كل شيء، لكن {places} من المواضع تنتظر الإشارة {name}؛ ${LOOK}`,
  ],
  [
    /^Expected a history that comes to an end, but that of this instance is as long as one may be, so (?<at>\S+) was not entered; look for a loop and cancel the instance$/,
    'المتوقع سجل ينتهي، لكن سجل هذا الطلب بلغ أقصى طول، فلم تُدخل {at}؛ ابحث عن حلقة وألغِ الطلب',
  ],
  [
    /^Expected at most (?<most>\d+) bytes of history before everything waits, but (?<at>\S+) would add to them; look for a loop and keep large data as documents, then resolve the incident to go on$/,
    `المتوقع ألا يزيد السجل على {most} بايت قبل أن ينتظر كل شيء، لكن {at} تزيد عليه؛ احفظ البيانات الكبيرة وثائق، و${LOOK}`,
  ],
  [
    /^Expected the expressions of one command to need at most (?<most>\d+) steps of work together, but they need more; resolve the incident to go on(?:, before (?<at>\S+) is entered)?$/,
    'المتوقع ألا تحتاج التعابير معًا إلى أكثر من {most} خطوة حساب، لكنها تحتاج إلى أكثر؛ أعد المحاولة للمتابعة {at}',
  ],
  [
    /^Expected at most (?<most>\d+) elements at work in one instance, but (?<at>\S+) would be one more$/,
    'المتوقع ألا يعمل في الطلب الواحد أكثر من {most} عنصر، لكن {at} عنصر زائد',
  ],
  [
    /^Expected at most (?<most>\d+) open tasks, jobs, timers and subscriptions in one instance, but (?<at>\S+) would open (?<more>\d+) more$/,
    'المتوقع ألا يزيد المفتوح من المهام والأعمال والمؤقّتات والانتظارات في الطلب الواحد على {most}، لكن {at} تفتح {more} زيادة',
  ],
  [
    /^Expected at most (?<most>\d+) messages and signals before everything waits, but (?<at>\S+) would send one more; look for a loop, then resolve the incident to go on$/,
    `المتوقع ألا تُرسل أكثر من {most} رسالة وإشارة قبل أن ينتظر كل شيء، لكن {at} ترسل واحدة زائدة؛ ${LOOK}`,
  ],
  [
    /^Expected at most (?<most>\d+) bytes of variables in the instance, but the signal "(?<name>.*)" brings them to (?<bytes>\d+); keep large data as documents$/,
    'المتوقع ألا تزيد متغيرات الطلب على {most} بايت، لكن الإشارة {name} تبلغ بها {bytes}؛ احفظ البيانات الكبيرة وثائق',
  ],
  [
    /^Expected at most (?<most>\d+) bytes of variables in the instance, but (?<at>\S+) brings them to (?<bytes>\d+); keep large data as documents$/,
    'المتوقع ألا تزيد متغيرات الطلب على {most} بايت، لكن {at} تبلغ بها {bytes}؛ احفظ البيانات الكبيرة وثائق',
  ],
  [
    /^Expected at most (?<most>\d+) bytes of variables and completed activities that can be undone in the instance, but (?<at>\S+) would be one more; look for a loop, then cancel the instance$/,
    'المتوقع ألا يزيد ما يُحفظ من المتغيرات والخطوات التي يمكن التراجع عنها على {most} بايت، لكن {at} تزيد عليه؛ ابحث عن حلقة ثم ألغِ الطلب',
  ],
  [
    /^Expected at most (?<most>\d+) items in the collection of (?<at>\S+), but it has (?<found>\d+)$/,
    'المتوقع ألا تزيد قائمة {at} على {most}، لكن فيها {found}',
  ],
  [
    /^Expected a loop cardinality of at most (?<most>\d+) at (?<at>\S+), but it is (?<found>\S+)$/,
    'المتوقع ألا يزيد عدد المرات في {at} على {most}، لكنه {found}',
  ],
  // What stands in for the world outside, in a try and in a test.
  [
    /^Expected the test to say what (?<service>\S+) answers to (?<input>[\s\S]*); add it to "given\.bus"$/,
    'المتوقع أن يبيّن الاختبار بماذا يجيب {service} عن {input}؛ أضف جوابه إلى «الأشخاص والأجوبة»',
  ],
  [/^(?<service>\S+) could not be reached$/, 'تعذّر الوصول إلى {service}'],
  [/^(?<service>\S+) may have acted, but did not answer$/, 'ربما نفّذ {service} المطلوب، لكنه لم يجب'],
  [/^(?<service>\S+) has no such entry$/, 'لا قيد كهذا في {service}'],
  [/^(?<service>\S+) refused the request$/, 'رفض {service} السؤال'],
  [/^(?<template>\S+) could not be printed$/, 'تعذّرت طباعة الوثيقة {template}'],
  [/^Expected a payment (?<id>\S+) in this test, but there is none$/, 'المتوقع دفعة {id} في هذا الاختبار، لكن لا توجد'],
  [/^The payer rejected the request$/, 'رفض الدافع الطلب'],
  [/^The payer did not answer in time$/, 'لم يجب الدافع في الوقت المحدد'],
  [/^The bank of the citizen does not take it$/, 'مصرف المواطن لا يقبلها'],
  [
    /^Expected the data to have "(?<name>[^"]+)"(?: or "(?<more>[^"]+)")*(?: \(template line (?<line>\d+)\))?, but it is missing; give it to the task, or test it with \{\{#if\}\} first(?<file> \(\S+\))?$/,
    'المتوقع أن تُسلَّم القيمة {name} إلى القالب، لكنها غير موجودة {file}؛ أضفها إلى بيانات الخطوة، أو اسأل عنها بشرط قبلها',
  ],
  [
    /^Expected (?<file>\S+) in the package, but it is not there$/,
    'المتوقع أن يكون الملف {file} في الحزمة، لكنه غير موجود',
  ],
  // Timers.
  [
    /^Expected a date, a duration or a cycle as text, but found (?<found>[\s\S]*)$/,
    'المتوقع تاريخ أو مدة أو تكرار مكتوب نصًا، لكن وُجد {found}',
  ],
  [
    /^Expected at most (?<most>\d+) working days, but found (?<found>\d+)$/,
    'المتوقع ألا تزيد أيام العمل على {most}، لكنها {found}',
  ],
  [
    /^Expected (?<days>\d+) working days in the calendar, but it has fewer$/,
    'المتوقع أن يكون في التقويم {days} من أيام العمل، لكنها أقل',
  ],
  [
    /^Expected a cycle of at least one (?<what>time|second), but found "(?<found>.*)"$/,
    'المتوقع تكرار مرة واحدة على الأقل، بينها ثانية على الأقل، لكن وُجد {found}',
  ],
  [
    /^Expected a cron line that has a next time, but "(?<found>.*)" has none$/,
    'المتوقع جدول زمني له موعد قادم، لكن {found} لا موعد له',
  ],
  [/^Expected a duration before (?<end>\S+), but found "(?<found>.*)"$/, 'المتوقع مدة قبل {end}، لكن وُجد {found}'],
  [
    /^Expected at most (?<most>\d+) times until (?<end>\S+), but there are more$/,
    'المتوقع ألا تزيد المرات حتى {end} على {most}، لكنها أكثر',
  ],
]

/** What an expression was asked for. */
export const ASKED: readonly Told[] = [
  [/^the active elements$/, 'الخطوات التي تبدأ'],
  [/^the assignee$/, 'الشخص المكلَّف'],
  [/^the candidate groups$/, 'المجموعات المرشَّحة'],
  [/^the candidate users$/, 'الأشخاص المرشَّحين'],
  [/^the code of a governorate$/, 'رمز المحافظة'],
  [/^the governorate$/, 'المحافظة'],
  [/^the collection$/, 'القائمة التي تُكرَّر عليها الخطوة'],
  [/^the completion condition$/, 'شرط الاكتفاء'],
  [/^the condition of a complex behaviour$/, 'شرط الحدث الذي ترميه الخطوة المكررة'],
  [/^the correlation key(?: of (?<at>\S+))?$/, 'مفتاح الربط {at}'],
  [/^the due date$/, 'موعد الإنجاز'],
  [/^the follow-up date$/, 'موعد المتابعة'],
  [/^the job type$/, 'نوع العمل الآلي'],
  [/^the loop cardinality$/, 'عدد المرات'],
  [/^the loop condition$/, 'شرط التكرار'],
  [/^the message id$/, 'معرّف الرسالة'],
  [/^the message name(?: of (?<at>\S+))?$/, 'اسم الرسالة {at}'],
  [/^the number of attempts$/, 'عدد المحاولات'],
  [/^the output element$/, 'نتيجة كل مرة'],
  [/^the priority$/, 'الأولوية'],
  [/^the script$/, 'الحساب'],
  [/^the signal name(?: of (?<at>\S+))?$/, 'اسم الإشارة {at}'],
  [/^the time to live$/, 'مدة بقاء الرسالة'],
  [/^the activation condition of (?<at>\S+)$/, 'شرط متابعة البوابة {at}'],
  [/^the condition of the flow (?<at>\S+)$/, 'شرط السهم {at}'],
  [/^the condition of (?<at>\S+)$/, 'شرط {at}'],
  [/^the property (?<name>.+)$/, 'الخاصية {name}'],
  [/^the input (?<name>.+)$/, 'المدخل {name}'],
  [/^the output (?<name>.+)$/, 'المخرج {name}'],
]

/** What its value was to be. */
export const WANTED: readonly Told[] = [
  [/^true or false$/, 'نعم أو لا'],
  [/^a date or a duration$/, 'تاريخ أو مدة'],
  [/^a list$/, 'قائمة'],
  [/^a list out of (?<all>.+)$/, 'قائمة من بين {all}'],
  [/^a user name$/, 'اسم مستخدم'],
  [/^a whole number from (?<least>\d+)$/, 'عدد صحيح لا يقل عن {least}'],
  [/^a whole number from (?<least>\d+) to (?<most>\d+)$/, 'عدد صحيح بين {least} و{most}'],
  [/^the code of a governorate$/, 'رمز محافظة'],
  [
    /^a list of names, or names with commas between them, at most (?<most>\d+)$/,
    'قائمة أسماء، أو أسماء بينها فواصل، لا تزيد على {most}',
  ],
  [/^a number or a text of at most (?<most>\d+) characters$/, 'عدد أو نص لا يزيد على {most} محرف'],
  [/^a text of at most (?<most>\d+) characters$/, 'نص لا يزيد على {most} محرف'],
]
