/** What a change on the canvas is called where it can be undone. */
import type { Text } from '../../../engine/core/text.ts'

const NAMES: Readonly<Record<string, Text>> = {
  'shape.create': { ar: 'إضافة عنصر', en: 'Add an element' },
  'elements.create': { ar: 'إضافة عناصر', en: 'Add elements' },
  'shape.append': { ar: 'إضافة عنصر تالٍ', en: 'Append an element' },
  'connection.create': { ar: 'وصل عنصرين', en: 'Connect two elements' },
  'connection.reconnect': { ar: 'تغيير وصل السهم', en: 'Reconnect a flow' },
  'connection.layout': { ar: 'ترتيب سهم', en: 'Lay out a flow' },
  'connection.updateWaypoints': { ar: 'تعديل مسار سهم', en: 'Bend a flow' },
  'elements.delete': { ar: 'حذف عناصر', en: 'Delete elements' },
  'shape.delete': { ar: 'حذف عنصر', en: 'Delete an element' },
  'connection.delete': { ar: 'حذف سهم', en: 'Delete a flow' },
  'elements.move': { ar: 'نقل عناصر', en: 'Move elements' },
  'shape.move': { ar: 'نقل عنصر', en: 'Move an element' },
  'elements.align': { ar: 'محاذاة عناصر', en: 'Align elements' },
  'elements.distribute': { ar: 'توزيع عناصر', en: 'Distribute elements' },
  'shape.resize': { ar: 'تغيير حجم عنصر', en: 'Resize an element' },
  'shape.replace': { ar: 'تغيير نوع عنصر', en: 'Change the kind of an element' },
  'shape.toggleCollapse': { ar: 'طي إجراء فرعي أو فتحه', en: 'Fold or unfold a sub-process' },
  'element.updateLabel': { ar: 'تغيير اسم', en: 'Change a name' },
  'element.updateProperties': { ar: 'تغيير خصائص', en: 'Change properties' },
  'element.updateModdleProperties': { ar: 'تغيير خصائص', en: 'Change properties' },
  'lane.add': { ar: 'إضافة مسار', en: 'Add a lane' },
  'lane.split': { ar: 'تقسيم مسار', en: 'Divide a lane' },
  'lane.resize': { ar: 'تغيير حجم مسار', en: 'Resize a lane' },
  spaceTool: { ar: 'تعديل المسافات', en: 'Adjust spaces' },
  'masar.insert': { ar: 'إضافة عنصر تالٍ', en: 'Append an element' },
  'masar.flow': { ar: 'تغيير اتجاه المخطط', en: 'Turn the drawing round' },
}

const OTHER: Text = { ar: 'تعديل المخطط', en: 'Change the drawing' }

export const stepName = (command: string | undefined): Text => NAMES[command ?? ''] ?? OTHER
