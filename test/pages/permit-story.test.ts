/** A building permit: papers handed in, a correction, opinions of agencies, the committee and its chair, fees, the building line, the permit. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { AgencyId } from '../../engine/core/ids.ts'
import { isProblem } from '../../engine/core/problem.ts'
import { pdf } from '../http/deed.ts'
import { openSite, type Site } from './browser.ts'
import { answerAsked, applyFor, decide, formTexts, pay, staff, takeTask, walker } from './walker.ts'

vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 })

let site: Site
beforeAll(async () => {
  const shared = ['identify', 'pay', 'correct', 'refund', 'issue', 'notify', 'refuse'].map((name) => `common.${name}`)
  site = await openSite({ packages: [...shared, 'lgu.building-permit'] })
})
afterAll(() => site.close())

const SALMA = '400000014'
const TELEPHONE = { language: 'ar', screen: 'phone', script: true } as const
const DESK = { language: 'ar', screen: 'desk', script: true } as const
const form = (name: string) => formTexts(`lgu.building-permit/${name}`)
const paper = (name: string) => ({
  name: `${name}.pdf`,
  mimeType: 'application/pdf',
  buffer: Buffer.from(pdf(name)),
})

const APPLICATION = {
  '/identityBy': 'nationalId',
  '/nationalId': SALMA,
  '/phone': '0599123456',
  '/language': 'ar',
  '/site/governorate': 'PS-JEN',
  '/site/locality': 'قباطية',
  '/site/basin': '14',
  '/site/block': '3',
  '/site/parcel': '27',
  '/site/areaM2': '640',
  '/site/ownership': 'sole',
  '/building/use': 'residential',
  '/building/floors': '2',
  '/building/areaM2': '180',
  '/building/publicBuilding': false,
  '/building/extension': false,
  '/documents/titleKind': 'title',
  '/documents/titleFile': paper('سند الملكية'),
  '/documents/surveyPlanFile': paper('مخطط المساحة'),
  '/documents/sitePlanFile': paper('مخطط الموقع'),
  '/documents/officeLicenceNo': 'ENG-1001',
  '/documents/architecturalFile': paper('المعماري'),
  '/documents/structuralFile': paper('الإنشائي'),
  '/documents/mechanicalFile': paper('الميكانيكي'),
  '/documents/electricalFile': paper('الكهربائي'),
  '/declaration': true,
} as const

/** An agency answers with its own machine. */
async function agencyApproves(reference: string, agency: string): Promise<void> {
  const told = await site.server.engine.publishMessage(
    { kind: 'system', id: 'setup', agency: 'lgu' as AgencyId },
    {
      agency: 'lgu' as AgencyId,
      name: 'opinion.given',
      correlationKey: `${reference}/${agency}`,
      variables: { agencyOpinion: { opinion: 'approve' } },
    },
  )
  expect(isProblem(told)).toBe(false)
}

test('in Arabic: from the papers to the permit, each at their own page', async () => {
  const citizen = await walker(site, 'owner', TELEPHONE)
  const reference = await applyFor(citizen, {
    service: { ar: 'رخصة بناء', en: 'Building permit' },
    form: form('apply'),
    person: SALMA,
    answers: APPLICATION,
  })
  await pay(citizen)

  const frontDesk = await staff(site, 'lgu.desk', DESK)
  await takeTask(frontDesk, reference)
  await frontDesk.look()
  await decide(frontDesk, form('completeness'), {
    '/completenessFinding': 'incomplete',
    '/question': 'أرفق مخطط المساحة مصدّقًا',
  })
  await answerAsked(citizen, formTexts('common.correct/correction'), {
    '/answer': 'هذا هو المخطط المصدّق',
    '/attachment': paper('مخطط المساحة مصدّقًا'),
  })
  await takeTask(frontDesk, reference)
  expect(await frontDesk.page.getByRole('main').textContent()).toContain('مخطط المساحة مصدّقًا.pdf')
  await decide(frontDesk, form('completeness'), { '/completenessFinding': 'complete' })

  const engineer = await staff(site, 'lgu.engineer', DESK)
  await takeTask(engineer, reference)
  await decide(engineer, form('technical-audit'), {
    '/auditFinding': 'conforms',
    '/zone': 'residentialB',
    '/violationM2': '0',
  })
  await citizen.until('طلبك الآن لدى')
  await citizen.look()
  for (const agency of ['antiquities', 'engineers']) await agencyApproves(reference, agency)

  const secretary = await staff(site, 'lgu.secretary', DESK)
  await takeTask(secretary, reference)
  expect(await secretary.page.locator('#task-form').textContent()).toContain('آراء الجهات')
  await decide(secretary, form('committee-session'), {
    '/sessionNo': '2026/3',
    '/heldOn': '2026-01-20',
    '/membersPresent': ['chair', 'engineer', 'planning', 'legal', 'member'],
    '/sessionDecision': 'approve',
    '/sessionReason': 'الطلب مستوفٍ للشروط',
  })
  const chair = await staff(site, 'lgu.chair', DESK)
  await takeTask(chair, reference)
  await decide(chair, form('confirm-minutes'), { '/minutesDecision': 'confirm' })

  await pay(citizen)
  await citizen.until('تأمين')
  await pay(citizen)
  const surveyor = await staff(site, 'lgu.surveyor', DESK)
  await takeTask(surveyor, reference)
  await decide(surveyor, form('setting-out'), {
    '/setOutOn': '2026-01-22',
    '/setBackM': '4',
    '/settingOutFile': paper('محضر التثبيت'),
  })
  await citizen.until('تنزيل رخصة')
  await citizen.look()
  expect(site.complaints).toEqual([])
})
