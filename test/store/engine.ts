/** What an engine is made of around a store: the system's clock and names, the kernel, templates unjudged, unless a test gives its own. */
import { LIMITS } from '../../engine/core/executor.ts'
import { pass } from '../../engine/core/failpoint.ts'
import type { Store } from '../../engine/core/store.ts'
import { wakeup } from '../../engine/core/wakeup.ts'
import { definitions } from '../../engine/definitions.ts'
import type { EngineDeps } from '../../engine/deps.ts'
import { kernel } from '../../engine/executors/kernel/kernel.ts'
import { lanes } from '../../engine/lane.ts'
import { systemClock, systemIds } from '../../engine/system.ts'

export const depsOn = (store: Store, own: Partial<EngineDeps> = {}): EngineDeps => ({
  store,
  clock: systemClock,
  ids: systemIds,
  executor: kernel,
  limits: LIMITS,
  definitions: definitions(store.deployments, () => []),
  wakeup: wakeup(),
  lanes: lanes(),
  failpoint: pass,
  ...own,
})
