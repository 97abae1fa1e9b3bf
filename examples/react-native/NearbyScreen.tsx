import AsyncStorage from '@react-native-async-storage/async-storage';
import { useMemo, useState } from 'react';
import {
  ActivityIndicator,
  AppState,
  FlatList,
  Linking,
  Platform,
  Pressable,
  StyleSheet,
  Text,
  View,
} from 'react-native';
import {
  labelOf,
  openNavigation,
  type Service,
  type StationHit,
  type StationSet,
  telLink,
} from 'yizhan/react-native';
import { useStations } from './useStations';

/** Outside of the component: another object would open the stations anew. */
const options = {
  source: 'https://stations.example.cn/manifest.json',
  keys: ['fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025'],
  crs: 'gcj02',
  storage: AsyncStorage,
  appState: AppState,
} as const;

const chips: readonly Service[] = ['toilet', 'water', 'phone-charging', 'battery-swap', 'rest'];

interface NearbyScreenProps {
  /** Where the rider is, in `options.crs`, as the app knows it anyway: nothing here asks for it. */
  readonly position: { readonly lng: number; readonly lat: number };
}

/** What is near the rider: one tap to navigate, one to call. */
export function NearbyScreen({ position }: NearbyScreenProps) {
  const found = useStations(options);
  if (found.state === 'opening') return <ActivityIndicator accessibilityLabel="正在打开驿站" />;
  if (found.state === 'error')
    return (
      <View style={styles.middle}>
        <Text style={styles.text}>暂时没有驿站数据,请检查网络。</Text>
        <Pressable accessibilityRole="button" style={styles.button} onPress={found.retry}>
          <Text style={styles.buttonText}>重试</Text>
        </Pressable>
      </View>
    );
  return <NearbyList stations={found.stations} isStale={found.isStale} position={position} />;
}

interface NearbyListProps extends NearbyScreenProps {
  readonly stations: StationSet;
  readonly isStale: boolean;
}

function NearbyList({ stations, isStale, position }: NearbyListProps) {
  const [service, setService] = useState<Service>();
  const { lng, lat } = position;
  const hits = useMemo(
    () =>
      stations.nearest(
        { lng, lat },
        { limit: 20, openAt: new Date(), services: service === undefined ? [] : [service] },
      ),
    [stations, lng, lat, service],
  );
  return (
    <View style={styles.screen}>
      {isStale && <Text style={styles.note}>数据已过期,联网后会更新。</Text>}
      <View style={styles.chips}>
        {chips.map((code) => (
          <Pressable
            key={code}
            accessibilityRole="button"
            accessibilityState={{ selected: code === service }}
            style={[styles.chip, code === service && styles.chosen]}
            onPress={() => setService(code === service ? undefined : code)}
          >
            <Text style={styles.text}>{labelOf('services', code, 'zh')}</Text>
          </Pressable>
        ))}
      </View>
      <FlatList
        data={hits}
        keyExtractor={({ station }) => station.id}
        renderItem={({ item }) => <NearbyRow hit={item} stations={stations} />}
        ListEmptyComponent={<Text style={styles.text}>附近没有这样的驿站。</Text>}
      />
    </View>
  );
}

function NearbyRow({ hit, stations }: { hit: StationHit; stations: StationSet }) {
  const { station, distanceMeters } = hit;
  const name = station.name ?? station.address ?? labelOf('kinds', station.kind, 'zh');
  const phone = telLink(station);
  const navigate = () => {
    const links = stations.navigationLinks(station, {
      mode: 'ebike',
      platform: Platform.OS === 'ios' ? 'ios' : 'android',
      caller: 'rider-app',
    });
    return openNavigation(links, { linking: Linking });
  };
  return (
    <View style={styles.row}>
      <Text style={styles.name}>{name}</Text>
      <Text style={styles.text}>
        {Math.round(distanceMeters)} 米 · {stations.describeOpening(station)}
      </Text>
      <View style={styles.chips}>
        <Pressable accessibilityRole="button" style={styles.button} onPress={navigate}>
          <Text style={styles.buttonText}>导航</Text>
        </Pressable>
        {phone !== undefined && (
          <Pressable
            accessibilityRole="button"
            style={styles.button}
            onPress={() => Linking.openURL(phone)}
          >
            <Text style={styles.buttonText}>电话</Text>
          </Pressable>
        )}
      </View>
    </View>
  );
}

const styles = StyleSheet.create({
  screen: { flex: 1, padding: 12 },
  middle: { flex: 1, justifyContent: 'center', padding: 24, gap: 16 },
  chips: { flexDirection: 'row', flexWrap: 'wrap', gap: 8, paddingVertical: 8 },
  chip: { minHeight: 44, justifyContent: 'center', paddingHorizontal: 16, borderRadius: 22 },
  chosen: { backgroundColor: '#ffd54f' },
  row: { paddingVertical: 12 },
  name: { fontSize: 18, fontWeight: '600' },
  text: { fontSize: 16 },
  note: { fontSize: 16, color: '#8a4b00' },
  button: {
    minHeight: 48,
    justifyContent: 'center',
    paddingHorizontal: 24,
    borderRadius: 24,
    backgroundColor: '#0b57d0',
  },
  buttonText: { fontSize: 18, color: '#fff', textAlign: 'center' },
});
