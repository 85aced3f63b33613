/** Services at work: which versions there are, one of them on its drawing, one application from its first event to its last. */
import { isVersion } from '../../engine/core/ids.ts'
import { Header } from '../frame/header.tsx'
import './live.css'
import { InstanceView } from './instance-view.tsx'
import { Services } from './services.tsx'
import { VersionView } from './version-view.tsx'

export default function Live({ at }: { readonly at: readonly string[] }) {
  return (
    <>
      <Header />
      <main class="page" id="view" tabIndex={-1}>
        <Shown at={at} />
      </main>
    </>
  )
}

/** /live, /live/PACKAGE/VERSION, /live/applications/ID */
function Shown({ at: [first, second] }: { readonly at: readonly string[] }) {
  if (first !== undefined && second !== undefined)
    return isVersion(second) ? (
      <VersionView key={`${first} ${second}`} packageId={first} version={second} />
    ) : (
      <InstanceView key={second} id={second} />
    )
  return <Services />
}
