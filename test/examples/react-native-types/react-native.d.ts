import type { ReactElement, ReactNode } from 'react';

/* What the example uses of react-native, typed as narrowly as it is there: the package itself is 177 MB. */

export interface Style {
  readonly [name: string]: string | number;
}
type Styles = Style | false | readonly (Style | false)[];

interface Common {
  readonly accessibilityLabel?: string;
  readonly accessibilityRole?: 'button' | 'link' | 'header';
  readonly accessibilityState?: { readonly selected?: boolean };
  readonly children?: ReactNode;
  readonly style?: Styles;
}

type Component<Props> = (props: Props) => ReactElement;

export declare const View: Component<Common>;
export declare const Text: Component<Common>;
export declare const ActivityIndicator: Component<Common>;
export declare const Pressable: Component<Common & { readonly onPress?: () => unknown }>;
export declare function FlatList<Item>(props: {
  readonly data: readonly Item[];
  readonly keyExtractor: (item: Item, index: number) => string;
  readonly renderItem: (info: { readonly item: Item; readonly index: number }) => ReactElement;
  readonly ListEmptyComponent?: ReactElement;
}): ReactElement;

export declare const StyleSheet: {
  create<Named extends Readonly<Record<string, Style>>>(styles: Named): Named;
};
export declare const Platform: { readonly OS: 'ios' | 'android' | 'macos' | 'windows' | 'web' };
export declare const Linking: { openURL(url: string): Promise<unknown> };
export declare const AppState: {
  addEventListener(
    type: 'change' | 'memoryWarning' | 'blur' | 'focus',
    listener: (state: 'active' | 'background' | 'inactive' | 'unknown' | 'extension') => void,
  ): { remove(): void };
};
