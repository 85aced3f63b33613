/** What the names in the library's drawing stand for; whatever is not named here is the library's own. */
import { Call } from './call.ts'
import { Crowd } from './crowd.ts'
import { Flow } from './flow.ts'
import { Join, Node } from './node.ts'
import { Scope } from './scope.ts'

export const ELEMENTS = { Call, Crowd, Flow, Join, Node, Scope }
