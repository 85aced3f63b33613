/** Each process is drawn in one pool at most, so that it is clear whose it is. */
import { childOf, childrenOf, type ModdleElement } from '../element.ts'
import type { Rule } from './rule.ts'

export const pools: Rule = {
  name: 'pools',
  says: { en: 'No two pools hold the same process.', ar: 'لا يحمل مجمّعان الإجراء نفسه.' },
  check(diagram, report) {
    const taken = new Map<ModdleElement, ModdleElement>()
    for (const collaboration of childrenOf(diagram.definitions, 'rootElements'))
      for (const pool of childrenOf(collaboration, 'participants')) {
        const process = childOf(pool, 'processRef')
        const before = process && taken.get(process)
        if (process && !before) taken.set(process, pool)
        if (!before) continue
        report.error(
          pool,
          {
            en: `Expected ${process.id ?? '?'} in one pool, but ${pool.id ?? '?'} holds it as ${before.id ?? '?'} does`,
            ar: `يجب أن يكون ${process.id ?? '?'} في مجمّع واحد، لكن ${pool.id ?? '?'} يحمله كما يحمله ${before.id ?? '?'}`,
          },
          { en: 'Remove one of the pools', ar: 'احذف أحد المجمّعين' },
        )
      }
  },
}
