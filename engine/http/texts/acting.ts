/** Titles of refusals that meet people who act for a company, or would like to. */
import type { Text } from '../../core/text.ts'

export const ACTING = {
  'company.name': { en: 'Say what the company is called in both languages', ar: 'اذكر اسم الشركة باللغتين' },
  'company.number': { en: 'The number of the company is not valid', ar: 'رقم الشركة غير صالح' },
  'mandate.ended': { en: 'You may no longer act for this company', ar: 'انتهى تفويضك بالتصرّف باسم هذه الشركة' },
  'mandate.holder': { en: 'Give the national ID number of the employee', ar: 'اكتب رقم هوية الموظف' },
  'mandate.none': { en: 'You have no mandate of this company', ar: 'لا تفويض لك من هذه الشركة' },
  'mandate.not-found': { en: 'There is no such mandate', ar: 'لا يوجد تفويض كهذا' },
  'mandate.over': { en: 'The mandate has ended before', ar: 'انتهى هذا التفويض من قبل' },
  'mandate.person': { en: 'Only people act for a company', ar: 'لا يتصرّف باسم شركة إلا شخص' },
  'mandate.register': {
    en: 'This mandate is of the register of companies and is changed there',
    ar: 'هذا التفويض من سجل الشركات ويُغيَّر هناك',
  },
  'mandate.self': { en: 'You sign for the company already', ar: 'أنت مفوّض بالتوقيع عن الشركة أصلًا' },
  'mandate.service': { en: 'Your mandate does not name this service', ar: 'لا يشمل تفويضك هذه الخدمة' },
  'mandate.services': { en: 'Choose services that companies may apply for', ar: 'اختر خدمات متاحة للشركات' },
  'mandate.signatory': {
    en: 'Only who signs for the company gives and revokes mandates',
    ar: 'لا يمنح التفويض ولا يلغيه إلا المفوّض بالتوقيع عن الشركة',
  },
  'mandate.time': { en: 'The dates of the mandate are not valid', ar: 'مدة التفويض غير صالحة' },
  'mandate.too-many': { en: 'Revoke a mandate first', ar: 'ألغِ أحد التفويضات أولًا' },
  'start.company': { en: 'This service is for people, not for companies', ar: 'هذه الخدمة للأشخاص لا للشركات' },
  'start.person': { en: 'This service is for companies', ar: 'هذه الخدمة للشركات' },
} as const satisfies Readonly<Record<string, Text>>
