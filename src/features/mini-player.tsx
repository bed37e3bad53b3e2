import { Text, View } from '@tarojs/components'
import { pauseSound, playSound, stopSound, usePlaying, type Playing } from '@/lib/guide-sound'
import { to } from '@/lib/routes'
import { Icon } from '@/ui/icon'
import { Pressable } from '@/ui/pressable'
import './mini-player.scss'

const stateWords: Record<Playing['state'], string> = {
  loading: '正在加载讲解',
  playing: '正在讲解',
  paused: '讲解已暂停',
  ended: '讲解已播完',
  failed: '讲解没有播出来',
}

/** The guide that goes on while one walks: what it is about, pause, and end. */
export function MiniPlayer() {
  const playing = usePlaying()
  if (!playing) return null
  const { sound, state } = playing
  const sounds = state === 'playing' || state === 'loading'
  return (
    <View className="mini-player">
      <Pressable className="mini-player__body" onPress={() => void to.display({ exhibitId: sound.exhibitId })}>
        <Text className="mini-player__state">{stateWords[state]}</Text>
        <Text className="mini-player__title">{sound.title}</Text>
      </Pressable>
      <Pressable
        className="mini-player__button"
        label={sounds ? '暂停讲解' : '继续讲解'}
        onPress={() => (sounds ? pauseSound() : playSound(sound))}
      >
        <Icon name={sounds ? 'pause' : 'play'} />
      </Pressable>
      <Pressable className="mini-player__button" label="结束讲解" onPress={stopSound}>
        <Icon name="close" />
      </Pressable>
    </View>
  )
}
