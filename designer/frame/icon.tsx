/** Signs of the designer, drawn here so that nothing is fetched; those with a direction turn with the page. */

const PATHS = {
  undo: 'M9 7H15a5 5 0 0 1 0 10H8M9 7l3-3M9 7l3 3',
  redo: 'M15 7H9a5 5 0 0 0 0 10h7M15 7l-3-3M15 7l-3 3',
  add: 'M12 5v14M5 12h14',
  remove: 'M6 7h12M9 7V5h6v2M8 7l1 12h6l1-12',
  up: 'M12 19V5M6 11l6-6 6 6',
  down: 'M12 5v14M6 13l6 6 6-6',
  into: 'M5 12h14M13 6l6 6-6 6',
  out: 'M19 12H5M11 6l-6 6 6 6',
  edit: 'M5 19l1-4L16 5l3 3L9 18z',
  copy: 'M8 8h11v11H8zM5 16V5h11',
  search: 'M11 5a6 6 0 1 1 0 12a6 6 0 0 1 0-12M16 16l4 4',
  close: 'M6 6l12 12M18 6L6 18',
  good: 'M5 13l4 4L19 7',
  warn: 'M12 4l9 16H3zM12 10v4M12 17v.5',
  bad: 'M12 4a8 8 0 1 1 0 16a8 8 0 0 1 0-16M12 8v5M12 16v.5',
  play: 'M8 5l11 7-11 7z',
  step: 'M6 5l9 7-9 7zM18 5v14',
  time: 'M12 4a8 8 0 1 1 0 16a8 8 0 0 1 0-16M12 8v4l3 2',
  person: 'M12 5a3 3 0 1 1 0 6a3 3 0 0 1 0-6M6 20c0-4 2-6 6-6s6 2 6 6',
  file: 'M7 4h7l4 4v12H7zM14 4v4h4',
  download: 'M12 4v11M7 11l5 5 5-5M5 20h14',
  upload: 'M12 16V5M7 9l5-5 5 5M5 20h14',
  more: 'M6 12h.5M12 12h.5M18 12h.5',
  drag: 'M9 6h.5M15 6h.5M9 12h.5M15 12h.5M9 18h.5M15 18h.5',
  expand: 'M9 6l6 6-6 6',
  eye: 'M3 12c3-5 6-7 9-7s6 2 9 7c-3 5-6 7-9 7s-6-2-9-7M12 9a3 3 0 1 1 0 6a3 3 0 0 1 0-6',
} as const

export type IconName = keyof typeof PATHS

/** They say back or on, and so turn round where reading does. */
const DIRECTED: ReadonlySet<IconName> = new Set(['undo', 'redo', 'into', 'out', 'play', 'step', 'expand'])

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg
      class={`icon${DIRECTED.has(name) ? ' icon-directed' : ''}`}
      viewBox="0 0 24 24"
      width="20"
      height="20"
      aria-hidden="true"
      focusable="false"
    >
      <path
        d={PATHS[name]}
        fill="none"
        stroke="currentColor"
        stroke-width="2"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  )
}
