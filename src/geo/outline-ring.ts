/*
 * Written by `npm run outline` from Natural Earth's 1:10m countries (public domain; world-atlas 2.0.2)
 * and a line at sea. 315 corners, counter-clockwise from the mouth of the Yalu, as polyline5 of
 * thousandths of degrees: to 0.01°.
 */
export const outlineRing =
  'swFegWmGyMqBiAp@Wb@_F{@q@gAx@GmEwAcCaBWjBqB?q@m@F[\\MwBaCo@mENaAp@QsA_AcAr@{E[y@gAGQy@}CgBwCq@wBqBsCLCxDz@tAIbAf@fBj@ZCnEJfAc@N_@h@_Aq@m@jAu@c@uBtFH|Ao@dABvCq@jAaAQQv@{@OyA`BcAUgGdDoBzDPrBk@~Ao@pDp@jNbCpEp@?BeC^NfAKz@tBfGfEl@q@T~BtAzCgAdF`J|F`AWr@eAi@}Dp@kBkA}A@{BlFkG]fDNxD`@jCh@JI`C~DdEB`FfCpDaAdFCjCfD~ApBuB^lCvC~ChApSrCjNm@?{@vNcAdAcAvUXfIa@LsGhDB~AeChGm@xIKjEm@f@gBmA}BK{F~Dk@pCPpAw@bAiAlBqBfAD|Dv@`AlART`DvBhAtBu@b@pAd@z@]PBhD{@xDpIxDfAy@_@tBdAnIj@nA\\s@BeA`BVtDkATU^xAvAh@dB[B`AhB|Hl@n@?u@f@h@M`CVdClB~AXbBe@I_@t@VlCvA`B?hAfAj@v@GBj@pAF~Bq@DeE\\PlCU\\q@Dr@j@tBbAiBEuBf@SJmAdB?dA{@~@eEb@iDlCaAt@aC`@r@|BOrCkC`@~@V^y@\\ZfBvGoAOcAnAqAGiAtAaAt@}Cp@]Ak@kAeANiAp@Q|D_HWeBbAYfAgB@s@t@U@wBjAq@GqBWi@h@uAFsD{@sB`@a@jAZ|@{@wEgEj@yA\\kCE_Bf@@N{CgGeL]JXgEcAkCnACSg@r@i@^j@|@k@s@Uz@{@VmB}@SdEiCQaAfA?hBO|Aj@fB^Md@lCzB|BHh@i@j@l@^k@m@aEn@@~Bi@ZoAAe@l@\\`C`@\\s@@mBl@LnAeA@gAeAkBnBSF{B]]_B@oAx@}@SRSBiAgAu@dAsBiAw@b@WKY]KfAiAkAURm@e@iBo@A]gAvAoBCiDZZz@RzA_@nAcDSkAn@_@Wi@NDfCkAzEf@nFRvBgE~MwG?sNoKSoKrI{E{@kCcGoAoFkC{EwBoKsDiD_B@SPKIMOAMEMPc@Jg@{@oAkA{@WwBcB?g@z@{@?Y]k@mBaCoFgJkHsIwBcLfEwLrDoKwGgJ{@';
