import { View } from '@tarojs/components'
import { Card } from '@/ui/card'
import { SectionTitle } from '@/ui/section-title'
import { cellWords, type MyData } from './data-text'
import './data-sections.scss'

type Section = MyData['sections'][number]

function Row({ row }: { row: Section['rows'][number] }) {
  return (
    <View className="data-row">
      {Object.entries(row).map(([name, value]) => (
        <View key={name} className="data-row__line">
          <View className="data-row__name">{name}</View>
          <View className="data-row__value">{cellWords(value)}</View>
        </View>
      ))}
    </View>
  )
}

/** Everything kept about the person, section by section. */
export function DataSections({ data }: { data: MyData }) {
  return (
    <>
      {data.sections.map(({ title, rows }) => (
        <View key={title}>
          <SectionTitle note={rows.length > 1 ? `${rows.length} 条` : undefined}>{title}</SectionTitle>
          <Card>
            {rows.map((row, index) => (
              <Row key={index} row={row} />
            ))}
            {rows.length === 0 && <View className="data-row__value">没有记录</View>}
          </Card>
        </View>
      ))}
    </>
  )
}
