/** A company registered by two founders: its name, who owns what, both signatures, the bank, the clerk and the Controller. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { AgencyId } from '../../engine/core/ids.ts'
import { isProblem } from '../../engine/core/problem.ts'
import { TASK_WORDS } from '../../engine/http/pages/portal/task/words.ts'
import { openSite, type Site } from './browser.ts'
import {
  answerAsked,
  applyFor,
  asOneself,
  decide,
  fillIn,
  formTexts,
  pay,
  signIn,
  staff,
  takeTask,
  walker,
} from './walker.ts'

vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 })

let site: Site
beforeAll(async () => {
  const shared = ['identify', 'pay', 'correct', 'refund', 'issue', 'notify', 'refuse'].map((name) => `common.${name}`)
  const others = ['chamber.membership', 'municipality.craft-licence']
  site = await openSite({ packages: [...shared, ...others, 'mne.company-registration'] })
})
afterAll(() => site.close())

const [SALMA, OMAR] = ['400000014', '400000022']
const VISIT = { language: 'en', screen: 'desk', script: true } as const
const form = (name: string) => formTexts(`mne.company-registration/${name}`)
const NAME = 'Marjan Coast Software'

const founder = (index: number, id: string, ar: string, en: string, shares: string, role: string) => ({
  [`/founders/${index}/identityBy`]: 'nationalId',
  [`/founders/${index}/nationalId`]: id,
  [`/founders/${index}/nameAr`]: ar,
  [`/founders/${index}/nameEn`]: en,
  [`/founders/${index}/shares`]: shares,
  [`/founders/${index}/role`]: role,
  [`/founders/${index}/phone`]: '0590000000',
  [`/founders/${index}/consent`]: 'electronic',
})

test('in English, at a desk: both founders read what they sign, and each office decides at its own page', async () => {
  const salma = await walker(site, 'founder', VISIT)
  const reference = await applyFor(salma, {
    service: { ar: 'تسجيل شركة', en: 'Company registration' },
    form: form('apply'),
    person: SALMA,
    answers: {
      '/identityBy': 'nationalId',
      '/nationalId': SALMA,
      '/phone': '0590000000',
      '/language': 'en',
      '/declaration': true,
    },
  })
  await answerAsked(salma, form('names'), {
    '/names/0/ar': 'مرجان الساحل للبرمجيات',
    '/names/0/en': NAME,
    '/names/1/ar': 'نوارس الأفق',
    '/names/1/en': 'Nawaris Horizon',
    '/names/2/ar': 'غيمة زيتون',
    '/names/2/en': 'Olive Cloud',
    '/activityCodes/0': '6201',
  })

  const clerk = await staff(site, 'mne.clerk', VISIT)
  await takeTask(clerk, reference)
  expect(await clerk.page.locator('#task-form').textContent()).toContain(`1. ${NAME}: free`)
  await decide(clerk, form('approve-name'), { '/nameDecision': 'approve', '/nameNumber': '1' })

  await pay(salma)
  await answerAsked(salma, form('company'), {
    '/companyType': 'limitedLiability',
    '/capitalAmount': '10000',
    '/capitalCurrency': 'JOD',
    '/totalShares': '100',
    '/governorate': 'PS-RBH',
    '/locality': 'البيرة',
    ...founder(0, SALMA, 'سلمى خالد الزيتاوي', 'Salma Khaled Zeitawi', '60', 'manager'),
    ...founder(1, OMAR, 'عمر حسن السنابلي', 'Omar Hasan Sanabli', '40', 'partner'),
    '/signing': 'severally',
    '/auditorNo': 'AUD-204',
    '/attorneyBarNo': 'BAR-1001',
    '/articlesKind': 'standard',
  })
  await answerAsked(salma, form('sign'), { '/signature': 'sign' })

  const omar = await walker(site, 'partner', VISIT)
  await omar.open('/my')
  await signIn(omar, 'national', OMAR)
  await asOneself(omar)
  await omar.open('/my')
  await omar.until(reference)
  await omar.look()
  await omar.press(omar.page.getByRole('listitem').filter({ hasText: reference }).getByRole('link').first())
  await omar.look()
  const shown = await omar.page.getByRole('main').textContent()
  for (const fact of [NAME, 'Your shares', '40', 'Download Articles and by-laws']) expect(shown).toContain(fact)
  await fillIn(omar, form('sign'), { '/signature': 'sign' }, TASK_WORDS.next)
  await omar.press(TASK_WORDS.send)
  await omar.page.getByText(omar.say(TASK_WORDS.sent)).waitFor()

  await pay(salma)
  await salma.until('bank')
  await salma.look()
  // The bank tells it with its own machine.
  const told = await site.server.engine.publishMessage(
    { kind: 'system', id: 'setup', agency: 'mne' as AgencyId },
    {
      agency: 'mne' as AgencyId,
      name: 'bank.deposit_confirmed',
      correlationKey: reference,
      variables: { bankDeposit: { amount: '2500.000', currency: 'JOD', bank: 'مصرف تجريبي', slipNo: 'D-1' } },
    },
  )
  expect(isProblem(told)).toBe(false)

  await takeTask(clerk, reference)
  await decide(clerk, form('legal-review'), { '/reviewFinding': 'complete' })
  const controller = await staff(site, 'mne.controller', VISIT)
  await takeTask(controller, reference)
  await decide(controller, form('controller-decision'), {
    '/controllerDecision': 'approve',
    '/controllerReason': 'complete',
  })
  await salma.until('Download Certificate of company registration')
  await salma.look()
  expect(site.complaints).toEqual([])
})
