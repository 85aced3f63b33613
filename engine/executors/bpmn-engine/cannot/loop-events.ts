/** Multi-instance activities that tell of their instances. */
import type { Cannot } from './cannot.ts'

export const loopEvents: Cannot = {
  name: 'loop-events',
  reason: {
    en: 'bpmn-engine knows only behaviour All of multi-instance activities: it throws nothing when an instance is done (10.3.8)',
    ar: 'لا يعرف bpmn-engine إلا سلوك All للأنشطة المتعددة: لا يرمي شيئًا حين تنتهي نسخة (10.3.8)',
  },
  neededBy: ({ elements }) =>
    elements.filter(({ loop }) => loop?.kind === 'multiInstance' && loop.events !== undefined),
}
