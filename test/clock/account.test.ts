import { describe, expect, test } from 'vitest'
import type { Announcement } from '../../engine/commands/holidays.ts'
import { isProblem } from '../../engine/core/problem.ts'
import type { Language } from '../../engine/core/text.ts'
import { accountHtml } from '../../engine/http/pages/deadline/account.ts'
import { timelineHtml } from '../../engine/http/pages/portal/application/timeline.ts'
import type { Application } from '../elements/application.ts'
import { line } from '../elements/draw.ts'
import { inOffice, type Office } from '../elements/office.ts'
import { pack } from '../elements/pack.ts'
import { STAFF, told } from '../elements/staff.ts'
import { user } from '../elements/steps.ts'
import { kept, service } from './drawn.ts'

const plain = (html: string): string =>
  html
    .replaceAll(/<li>/g, '|')
    .replaceAll('</p>', ' ')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()

async function clocksOf(office: Office, it: Application) {
  const detail = await office.engine.getInstance(STAFF, it.id)
  if (isProblem(detail)) throw new Error(told(detail))
  return detail.clocks
}

async function says(office: Office, it: Application, language: Language): Promise<readonly string[]> {
  const [clock] = await clocksOf(office, it)
  if (!clock) throw new Error('Expected a deadline that runs')
  return plain(accountHtml(clock, language).toString())
    .split('|')
    .map((part) => part.trim())
    .filter(Boolean)
}

async function announce(office: Office, more: Omit<Announcement, 'title'>): Promise<void> {
  const title = { ar: 'عيد الاستقلال', en: 'Independence Day' }
  const made = await office.engine.announceHoliday(STAFF, { title, ...more })
  if (isProblem(made)) throw new Error(told(made))
  await office.settle()
}

describe('why a deadline is due when it is', () => {
  test(
    'is told with what stood still, what was not counted, and in both languages',
    inOffice(async (office) => {
      const stop = { legalBasis: ['article-9'], longest: 'P2D', times: 1 }
      const parcel = {
        legalBasis: ['article-9'],
        deadlines: { decision: { duration: 'P3WD', silence: 'approval', stop } },
      }
      const it = await office.run(service({ ...parcel, calendar: { holidays: ['2026-12-03'] } }))
      await it.task('Review', { ask: true })
      await office.advance('P1D')
      await it.task('Correct')
      await announce(office, { first: '2026-11-25' })
      const asked = { deadline: 'decision', legalBasis: 'article-9', reason: 'The expert is ill' }
      const stopped = await office.engine.stopClock(STAFF, it.id, asked)
      if (isProblem(stopped)) throw new Error(told(stopped))
      const [running] = await clocksOf(office, it)
      expect(running?.stoppedByHand).toMatchObject({ legalBasis: 'article-9', reason: 'The expert is ill' })
      await office.advance('P3D')
      expect(await says(office, it, 'en')).toEqual([
        '3 working days from 23 November 2026',
        'Stood still for 24 hours: Correct',
        'Stopped by decision from 24 November 2026 to 26 November 2026 under article-9: The expert is ill',
        'Not counted: Independence Day (25 November 2026), announced on 24 November 2026',
      ])
      const arabic = await says(office, it, 'ar')
      expect(arabic[0]).toBe('3 أيام عمل من 23 تشرين الثاني 2026')
      expect(arabic[1]).toBe('توقفت 24 ساعة: Correct')
      expect(arabic[2]).toContain('أُوقفت بقرار من 24 تشرين الثاني 2026 إلى 26 تشرين الثاني 2026 بموجب خدمة article-9')
      expect(arabic[3]).toContain('لم تُحسب: عيد الاستقلال')
    }),
  )

  test(
    'names the day off it would have ended on, how its last day ends, and days of the service’s own calendar',
    inOffice(async (office) => {
      const days = pack([line(user('Review', kept()))], { deadlines: { decision: { duration: 'P4D', ends: 'day' } } })
      expect(await says(office, await office.run(days), 'en')).toEqual([
        '4 days from 23 November 2026 to the end of the last day',
        'Its last day, 27 November 2026, is a day off, so it ends on the next working day',
      ])
      const calendar = { holidays: ['2026-11-24', '2026-11-27'] }
      await office.deploy(service({ id: 'moj.other', calendar }))
      expect(await says(office, await office.start({}, 'moj.other'), 'en')).toEqual([
        '3 working days from 23 November 2026',
        'Not counted: 24 November 2026',
      ])
    }),
  )

  test(
    'stands in the course of the application: stopped under which article and why, continued, moved and by which days',
    inOffice(async (office) => {
      const stop = { legalBasis: ['article-9'], longest: 'P2D', times: 1 }
      const parcel = {
        legalBasis: ['article-9'],
        deadlines: { decision: { duration: 'P3WD', silence: 'approval', stop } },
      }
      const it = await office.run(service(parcel))
      const asked = { deadline: 'decision', legalBasis: 'article-9', reason: 'The expert is ill' }
      await office.engine.stopClock(STAFF, it.id, asked)
      await office.advance('P1D')
      await office.engine.continueClock(STAFF, it.id, { deadline: 'decision', reason: 'The expert is back' })
      await announce(office, { first: '2026-11-25' })
      const followed = await office.engine.followInstance(STAFF, it.id)
      if (isProblem(followed)) throw new Error(told(followed))
      const course = plain(timelineHtml(followed.timeline.entries, 'en').toString())
      expect(course).toContain('decision: the time was stopped by decision until 25 November 2026 at the latest')
      expect(course).toContain('Under: article-9 The expert is ill It then ends on 30 November 2026')
      expect(course).toContain('decision: the time goes on The expert is back It then ends on 29 November 2026')
      expect(course).toContain('decision: moved from 29 November 2026 to 30 November 2026')
      expect(course).toContain('Independence Day (25 November 2026): not worked')
      const arabic = plain(timelineHtml(followed.timeline.entries, 'ar').toString())
      expect(arabic).toContain('انتقل الموعد من 29 تشرين الثاني 2026 إلى 30 تشرين الثاني 2026')
    }),
  )

  test(
    'forgets what was withdrawn, and what is of another governorate or only shorter',
    inOffice(async (office) => {
      const it = await office.run(service())
      await announce(office, { first: '2026-11-24', governorate: 'PS-HBN' })
      await announce(office, { first: '2026-11-24', closes: '12:00' })
      await announce(office, { first: '2026-11-25' })
      const all = await office.engine.listHolidays(STAFF)
      await office.engine.withdrawHoliday(STAFF, all.at(-1)?.id ?? '', 'no')
      expect(await says(office, it, 'en')).toEqual(['3 working days from 23 November 2026'])
    }),
  )
})
