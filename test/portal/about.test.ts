import { describe, expect, test } from 'vitest'
import { aboutService } from '../../engine/http/pages/portal/service/about.ts'
import { checkedPackages } from '../workflows/shelf.ts'

const shown = async (id: string, language: 'ar' | 'en'): Promise<string> => {
  const service = (await checkedPackages()).find(({ workflow }) => workflow.id === id)
  if (service === undefined) throw new Error(`Expected the package ${id} among those we ship`)
  return aboutService(service, { figures: undefined, prices: new Map() }, language).join('\n')
}

/** What stands between one heading of the page and the next. */
const under = (page: string, title: string): string => page.split(`<h2>${title}</h2>`)[1]?.split('<h2>')[0] ?? ''

describe('the page of a service', () => {
  test('names the papers that stand inside groups and rows, and those a later step may ask for', async () => {
    const needed = under(await shown('lgu.building-permit', 'en'), 'What you need')
    const [first, later] = needed.split('you may also be asked for')
    expect(first).toContain('Architectural drawings')
    expect(later).toContain('Amended drawings')
    expect(needed).not.toContain('You are not asked')
  })

  test('says that nothing is attached at first where papers are asked for only later, and each once', async () => {
    const needed = under(await shown('mne.company-registration', 'en'), 'What you need')
    expect(needed).toContain('You attach nothing when you apply')
    expect(needed.match(/The attorney&#39;s proxy/g)).toHaveLength(1)
  })

  test('says that no paper is wanted where none is', async () => {
    expect(under(await shown('mot.vehicle-renewal', 'ar'), 'ما تحتاج إليه')).toContain('لا يُطلب منك رفع أي وثيقة')
  })

  test('says what stays nowhere in words, not as zero days', async () => {
    expect(under(await shown('moj.non-conviction', 'ar'), 'كم نحتفظ ببياناتك')).toContain('لا نحتفظ به')
  })
})
