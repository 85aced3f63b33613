/** What every command of the engine works with; put together once, in server.ts. */
import type { Gate } from './packages/gate.ts'
import type { AttachmentRules } from './core/attachment.ts'
import type { Clock, Ids } from './core/clock.ts'
import type { Executor, Limits } from './core/executor.ts'
import type { Failpoint } from './core/failpoint.ts'
import type { DraftRoom } from './core/package-draft.ts'
import type { Registers } from './core/register.ts'
import type { Scanner } from './core/scanner.ts'
import type { Starters } from './core/starter.ts'
import type { Store } from './core/store.ts'
import type { Trials } from './core/trial/trials.ts'
import type { Wakeup } from './core/wakeup.ts'
import type { Definitions } from './definitions.ts'
import type { Lanes } from './lane.ts'

export interface EngineDeps {
  readonly store: Store
  readonly clock: Clock
  readonly ids: Ids
  readonly executor: Executor
  readonly limits: Limits
  readonly definitions: Definitions
  /** Judges packages beside the server, before `definitions` does; absent where their author is trusted. */
  readonly gate?: Omit<Gate, 'close'>
  /** Where drafts of packages are tried; absent: nowhere. */
  readonly trials?: Trials
  /** Services to begin from; absent: none. */
  readonly starters?: Starters
  /** What files are taken; ATTACHMENT_RULES where absent. */
  readonly attachments?: AttachmentRules
  readonly scanner?: Scanner
  /** What drafts of packages an agency may keep; DRAFT_ROOM where absent. */
  readonly draftRoom?: DraftRoom
  /** Absent: no register can be asked while a form is filled in. */
  readonly registers?: Registers
  readonly wakeup: Wakeup
  readonly lanes: Lanes
  readonly failpoint: Failpoint
  /** Waited for between pieces of a long reading, so that others are served meanwhile; absent where nobody else is. */
  readonly pause?: () => Promise<void>
}
