/*
 * Written by `npm run outline` from Natural Earth's 1:10m countries (public domain; world-atlas 2.0.2)
 * and a line at sea. 319 corners, counter-clockwise from the mouth of the Yalu, as polyline5 of
 * thousandths of degrees: to 0.01°.
 */
export const outlineRing =
  'wwFagW_FuK}CuCv@UTeFu@_@gAt@EqEwAaCcBWhBsBi@_@YZQ}B}Bm@sEN{@r@[oBo@cAr@oFkBUQy@wCmB_@^sAoAoANO_A_Aw@}@h@i@o@s@pArAdJz@b@QtBRpDa@H_@j@cAs@i@lAu@a@sBpFJzAu@p@RfCi@~AwA?Qx@}@Q_LlFiBnDqAnKp@jN~BlEl@?BeCb@NjAIX|AdHzEn@m@V~BtA|CaAhF~JfGdAsBe@sDp@iBkA}A@_CtFoG]nDf@|Hp@JGbC|DdEApEnCbEaAhFCdC`D|AvBsBZlCzC~ChAtSrCnNm@?VjDq@zBc@lEaAdAcAvUXhI_@FuGpDBxAeCjGw@fL?~B{A^_AcA}BKyFzDi@nCPtAcAnAk@|BUWmB`ADzDp@v@rAXRbDbC|@fBm@f@tAd@bA]L@fDy@vDpJfDNoAj@LWn@Px@k@h@`AjIn@tAh@uBjBCvD_A^hAVc@Hh@x@d@~Ac@DjAxBlH~@zA@lEzBnBXfBk@GUn@XnCpA|ACfAhAj@v@GHfAnDw@`@}@e@[b@yB\\NjCU^o@ZhCj@Nf@wB?yAb@OLoAhB?jAeAUcAf@Qv@oFQg@`@FjC_Ar@cCh@p@vBMz@{@Hu@b@Fl@a@d@`AV`@w@XT~AhAMr@w@p@RdBYQ}@nAsAEiArAaAt@}CjAi@wAoAA_Bt@Q~D_H[cBzAc@~AeDP_BbAkACsBYg@f@uAFuDo@oCdBTx@w@wEeEHgA@i@\\Z^oCCgBf@BHoBw@kC_@TKk@}CiH]NTiEaAsClAESc@z@k@\\j@v@g@o@Qv@_AXiB_AUdEmCOeAlH`@^a@?`@r@\\Of@bCtBbCJh@i@n@f@Xa@s@aBVuAbDu@\\mBf@V|B^\\w@AeBn@DnA}@@gAgAmBtBUBuBm@e@}En@RUBiAaA}@bAuBsAm@l@WU[YIfAgAiAUVk@i@oBm@D]kAtAwBAeD~@t@pBg@pAyCUsAj@c@K[JAfCkAzEf@nFRvBgE~MwG?sNoKSoKrI{E{@kCcGoAoFkC{EwBoKsDiD_B@SPKIMOAMEMPc@Jg@{@oAkA{@WwBcB?g@z@{@?Y]k@mBaCoFgJkHsIwBcLfEwLrDoKwGgJ{@';
