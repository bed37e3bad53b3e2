import { Text, View } from '@tarojs/components'
import { figureLabels } from '@/domain/figure/labels'
import { FIGURES, type Figure } from '@/domain/figure/rules'
import { classes } from '@/ui/classes'
import { Icon } from '@/ui/icon'
import { Pressable } from '@/ui/pressable'
import { sayFigure, type Answer } from './figure-words'
import './totals.scss'

interface TotalsProps {
  answer: Answer
  /** Opens how a figure is computed and, where one may see them, the records behind it. */
  onOpen: (figure: Figure) => void
}

/** The four figures of the whole period; each says how it is computed. */
export function Totals({ answer, onOpen }: TotalsProps) {
  return (
    <View className="totals">
      {FIGURES.map((figure) => {
        const { value, main, note } = sayFigure(answer.total, figure)
        return (
          <View key={figure} className="totals__cell">
            <Pressable
              className="totals__item"
              label={`${[figureLabels[figure], main, note].filter(Boolean).join(' ')}，怎么算的`}
              onPress={() => onOpen(figure)}
            >
              <View className="totals__label">
                <Text>{figureLabels[figure]}</Text>
                <Icon name="info" size="small" className="totals__info" />
              </View>
              <View className={classes('totals__value', value === null && 'totals__value--untold')}>{main}</View>
              {note !== '' && <View className="totals__note">{note}</View>}
            </Pressable>
          </View>
        )
      })}
    </View>
  )
}
