/** What stands at which address. */
import { Workspace } from '../workspace/workspace.tsx'
import { Workbench } from './workbench.tsx'
import { LiveOf } from './live-of.tsx'
import { useRoute } from './routes.ts'

export function App() {
  const route = useRoute()
  if (route.kind === 'draft') return <Workbench key={route.id} id={route.id} view={route.view} at={route.at} />
  if (route.kind === 'live') return <LiveOf at={route.at} />
  return <Workspace />
}
