/** Something the reader should know now: good, a warning, or in the way. */
import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'

interface NoticeProps {
  readonly kind: 'good' | 'warn' | 'bad' | 'plain'
  readonly children: ComponentChildren
}

export function Notice({ kind, children }: NoticeProps) {
  return (
    <div class={`notice notice-${kind}`} role={kind === 'bad' ? 'alert' : 'status'}>
      {kind !== 'plain' && <Icon name={kind} />}
      <div>{children}</div>
    </div>
  )
}
