;; The steps of the sentence reader that take its time. Addresses are in bytes. Numbers are of 32 bits, whole or with a point, if not said
;; otherwise. Counts of rows are multiples of 4, of columns of 2, of numbers in a row of 16.
(module
  (import "reader" "memory" (memory 1))

  ;; Rounds rows to whole numbers of 8 bits: whole[row] = numbers[row] / steps[row], with the step of which the largest has 127.
  ;; offsets[row] = -64 times the sum of a row, for weights that are 64 too large.
  (func (export "round")
    (param $numbers i32) (param $whole i32) (param $steps i32) (param $offsets i32) (param $rows i32) (param $inner i32)
    (local $k i32) (local $most v128) (local $largest f32) (local $factor v128) (local $sum v128)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    (loop $rows_left
      (local.set $most (v128.const f32x4 1e-9 1e-9 1e-9 1e-9))
      (local.set $k (i32.const 0))
      (loop $look
        (local.set $most (f32x4.pmax (local.get $most)
          (f32x4.abs (v128.load (i32.add (local.get $numbers) (i32.shl (local.get $k) (i32.const 2)))))))
        (br_if $look (i32.lt_u (local.tee $k (i32.add (local.get $k) (i32.const 4))) (local.get $inner))))
      (local.set $largest (f32.max
        (f32.max (f32x4.extract_lane 0 (local.get $most)) (f32x4.extract_lane 1 (local.get $most)))
        (f32.max (f32x4.extract_lane 2 (local.get $most)) (f32x4.extract_lane 3 (local.get $most)))))
      (local.set $factor (f32x4.splat (f32.div (f32.const 127) (local.get $largest))))
      (local.set $sum (v128.const i32x4 0 0 0 0))
      (local.set $k (i32.const 0))
      (loop $write
        (local.set $a (i32x4.trunc_sat_f32x4_s (f32x4.nearest (f32x4.mul (local.get $factor) (v128.load (local.get $numbers))))))
        (local.set $b (i32x4.trunc_sat_f32x4_s (f32x4.nearest (f32x4.mul (local.get $factor) (v128.load offset=16 (local.get $numbers))))))
        (local.set $c (i32x4.trunc_sat_f32x4_s (f32x4.nearest (f32x4.mul (local.get $factor) (v128.load offset=32 (local.get $numbers))))))
        (local.set $d (i32x4.trunc_sat_f32x4_s (f32x4.nearest (f32x4.mul (local.get $factor) (v128.load offset=48 (local.get $numbers))))))
        (local.set $sum (i32x4.add (local.get $sum)
          (i32x4.add (i32x4.add (local.get $a) (local.get $b)) (i32x4.add (local.get $c) (local.get $d)))))
        (v128.store (local.get $whole) (i8x16.narrow_i16x8_s
          (i16x8.narrow_i32x4_s (local.get $a) (local.get $b)) (i16x8.narrow_i32x4_s (local.get $c) (local.get $d))))
        (local.set $numbers (i32.add (local.get $numbers) (i32.const 64)))
        (local.set $whole (i32.add (local.get $whole) (i32.const 16)))
        (br_if $write (i32.lt_u (local.tee $k (i32.add (local.get $k) (i32.const 16))) (local.get $inner))))
      (f32.store (local.get $steps) (f32.div (local.get $largest) (f32.const 127)))
      (f32.store (local.get $offsets) (f32.mul (f32.const -64) (f32.convert_i32_s (i32.add
        (i32.add (i32x4.extract_lane 0 (local.get $sum)) (i32x4.extract_lane 1 (local.get $sum)))
        (i32.add (i32x4.extract_lane 2 (local.get $sum)) (i32x4.extract_lane 3 (local.get $sum)))))))
      (local.set $steps (i32.add (local.get $steps) (i32.const 4)))
      (local.set $offsets (i32.add (local.get $offsets) (i32.const 4)))
      (br_if $rows_left (local.tee $rows (i32.sub (local.get $rows) (i32.const 1))))))

  ;; out[row][column] = (sums[column][row] + offsets[row]) * rowSteps[row] * steps[column] + added[column]
  (func (export "scale")
    (param $sums i32) (param $offsets i32) (param $rowSteps i32) (param $steps i32) (param $added i32) (param $out i32)
    (param $rows i32) (param $columns i32)
    (local $column i32) (local $row i32) (local $to i32) (local $stride i32) (local $step v128) (local $plus v128) (local $x v128)
    (local.set $stride (i32.shl (local.get $columns) (i32.const 2)))
    (loop $columns_left
      (local.set $step (v128.load32_splat (local.get $steps)))
      (local.set $plus (v128.load32_splat (local.get $added)))
      (local.set $to (i32.add (local.get $out) (i32.shl (local.get $column) (i32.const 2))))
      (local.set $row (i32.const 0))
      (loop $rows_left
        (local.set $x (f32x4.add (local.get $plus) (f32x4.mul (local.get $step) (f32x4.mul
          (v128.load (i32.add (local.get $rowSteps) (i32.shl (local.get $row) (i32.const 2))))
          (f32x4.add
            (f32x4.convert_i32x4_s (v128.load (local.get $sums)))
            (v128.load (i32.add (local.get $offsets) (i32.shl (local.get $row) (i32.const 2)))))))))
        (v128.store32_lane 0 (local.get $to) (local.get $x))
        (local.set $to (i32.add (local.get $to) (local.get $stride)))
        (v128.store32_lane 1 (local.get $to) (local.get $x))
        (local.set $to (i32.add (local.get $to) (local.get $stride)))
        (v128.store32_lane 2 (local.get $to) (local.get $x))
        (local.set $to (i32.add (local.get $to) (local.get $stride)))
        (v128.store32_lane 3 (local.get $to) (local.get $x))
        (local.set $to (i32.add (local.get $to) (local.get $stride)))
        (local.set $sums (i32.add (local.get $sums) (i32.const 16)))
        (br_if $rows_left (i32.lt_u (local.tee $row (i32.add (local.get $row) (i32.const 4))) (local.get $rows))))
      (local.set $steps (i32.add (local.get $steps) (i32.const 4)))
      (local.set $added (i32.add (local.get $added) (i32.const 4)))
      (br_if $columns_left (i32.lt_u (local.tee $column (i32.add (local.get $column) (i32.const 1))) (local.get $columns)))))

  ;; fits[other] = the product of the query and keys[other]. Keys are `stride` bytes apart.
  (func (export "compare")
    (param $query i32) (param $keys i32) (param $fits i32) (param $count i32) (param $size i32) (param $stride i32)
    (local $k i32) (local $bytes i32) (local $sum v128)
    (local.set $bytes (i32.shl (local.get $size) (i32.const 2)))
    (loop $others_left
      (local.set $sum (v128.const f32x4 0 0 0 0))
      (local.set $k (i32.const 0))
      (loop $inner_left
        (local.set $sum (f32x4.add (local.get $sum) (f32x4.mul
          (v128.load (i32.add (local.get $query) (local.get $k))) (v128.load (i32.add (local.get $keys) (local.get $k))))))
        (br_if $inner_left (i32.lt_u (local.tee $k (i32.add (local.get $k) (i32.const 16))) (local.get $bytes))))
      (f32.store (local.get $fits) (f32.add
        (f32.add (f32x4.extract_lane 0 (local.get $sum)) (f32x4.extract_lane 1 (local.get $sum)))
        (f32.add (f32x4.extract_lane 2 (local.get $sum)) (f32x4.extract_lane 3 (local.get $sum)))))
      (local.set $fits (i32.add (local.get $fits) (i32.const 4)))
      (local.set $keys (i32.add (local.get $keys) (local.get $stride)))
      (br_if $others_left (local.tee $count (i32.sub (local.get $count) (i32.const 1))))))

  ;; out = the sum of shares[other] * values[other]. Values are `stride` bytes apart.
  (func (export "mix")
    (param $shares i32) (param $values i32) (param $out i32) (param $count i32) (param $size i32) (param $stride i32)
    (local $k i32) (local $other i32) (local $from i32) (local $sum v128)
    (loop $inner_left
      (local.set $sum (v128.const f32x4 0 0 0 0))
      (local.set $other (i32.const 0))
      (local.set $from (i32.add (local.get $values) (i32.shl (local.get $k) (i32.const 2))))
      (loop $others_left
        (local.set $sum (f32x4.add (local.get $sum) (f32x4.mul
          (v128.load32_splat (i32.add (local.get $shares) (i32.shl (local.get $other) (i32.const 2))))
          (v128.load (local.get $from)))))
        (local.set $from (i32.add (local.get $from) (local.get $stride)))
        (br_if $others_left (i32.lt_u (local.tee $other (i32.add (local.get $other) (i32.const 1))) (local.get $count))))
      (v128.store (i32.add (local.get $out) (i32.shl (local.get $k) (i32.const 2))) (local.get $sum))
      (br_if $inner_left (i32.lt_u (local.tee $k (i32.add (local.get $k) (i32.const 4))) (local.get $size)))))

  ;; sums[column * rows + row] = the product of activations[row] and weights[column], both of `inner` bytes. `rows` is a multiple of 4,
  ;; `columns` of 2 and `inner` of 16.
  (func (export "multiply")
    (param $activations i32) (param $weights i32) (param $sums i32) (param $rows i32) (param $inner i32) (param $columns i32)
    (local $column i32) (local $row i32) (local $k i32)
    (local $a i32) (local $b i32) (local $out i32)
    (local $w0 v128) (local $w1 v128) (local $x v128)
    (local $s00 v128) (local $s01 v128) (local $s02 v128) (local $s03 v128)
    (local $s10 v128) (local $s11 v128) (local $s12 v128) (local $s13 v128)
    (loop $columns_left
      (local.set $row (i32.const 0))
      (local.set $a (local.get $activations))
      (local.set $out (i32.add (local.get $sums) (i32.mul (i32.shl (local.get $column) (i32.const 2)) (local.get $rows))))
      (loop $rows_left
        (local.set $s00 (v128.const i32x4 0 0 0 0)) (local.set $s01 (v128.const i32x4 0 0 0 0))
        (local.set $s02 (v128.const i32x4 0 0 0 0)) (local.set $s03 (v128.const i32x4 0 0 0 0))
        (local.set $s10 (v128.const i32x4 0 0 0 0)) (local.set $s11 (v128.const i32x4 0 0 0 0))
        (local.set $s12 (v128.const i32x4 0 0 0 0)) (local.set $s13 (v128.const i32x4 0 0 0 0))
        (local.set $k (i32.const 0))
        (local.set $b (local.get $weights))
        (loop $inner_left
          (local.set $w0 (v128.load (local.get $b)))
          (local.set $w1 (v128.load (i32.add (local.get $b) (local.get $inner))))
          (local.set $x (v128.load (i32.add (local.get $a) (local.get $k))))
          (local.set $s00 (i32x4.relaxed_dot_i8x16_i7x16_add_s (local.get $x) (local.get $w0) (local.get $s00)))
          (local.set $s10 (i32x4.relaxed_dot_i8x16_i7x16_add_s (local.get $x) (local.get $w1) (local.get $s10)))
          (local.set $x (v128.load (i32.add (i32.add (local.get $a) (local.get $inner)) (local.get $k))))
          (local.set $s01 (i32x4.relaxed_dot_i8x16_i7x16_add_s (local.get $x) (local.get $w0) (local.get $s01)))
          (local.set $s11 (i32x4.relaxed_dot_i8x16_i7x16_add_s (local.get $x) (local.get $w1) (local.get $s11)))
          (local.set $x (v128.load (i32.add (i32.add (local.get $a) (i32.shl (local.get $inner) (i32.const 1))) (local.get $k))))
          (local.set $s02 (i32x4.relaxed_dot_i8x16_i7x16_add_s (local.get $x) (local.get $w0) (local.get $s02)))
          (local.set $s12 (i32x4.relaxed_dot_i8x16_i7x16_add_s (local.get $x) (local.get $w1) (local.get $s12)))
          (local.set $x (v128.load (i32.add (i32.add (local.get $a) (i32.mul (local.get $inner) (i32.const 3))) (local.get $k))))
          (local.set $s03 (i32x4.relaxed_dot_i8x16_i7x16_add_s (local.get $x) (local.get $w0) (local.get $s03)))
          (local.set $s13 (i32x4.relaxed_dot_i8x16_i7x16_add_s (local.get $x) (local.get $w1) (local.get $s13)))
          (local.set $b (i32.add (local.get $b) (i32.const 16)))
          (br_if $inner_left (i32.lt_u (local.tee $k (i32.add (local.get $k) (i32.const 16))) (local.get $inner))))
        (v128.store (local.get $out) (call $sums_of (local.get $s00) (local.get $s01) (local.get $s02) (local.get $s03)))
        (v128.store (i32.add (local.get $out) (i32.shl (local.get $rows) (i32.const 2)))
          (call $sums_of (local.get $s10) (local.get $s11) (local.get $s12) (local.get $s13)))
        (local.set $out (i32.add (local.get $out) (i32.const 16)))
        (local.set $a (i32.add (local.get $a) (i32.shl (local.get $inner) (i32.const 2))))
        (br_if $rows_left (i32.lt_u (local.tee $row (i32.add (local.get $row) (i32.const 4))) (local.get $rows))))
      (local.set $weights (i32.add (local.get $weights) (i32.shl (local.get $inner) (i32.const 1))))
      (br_if $columns_left (i32.lt_u (local.tee $column (i32.add (local.get $column) (i32.const 2))) (local.get $columns)))))
  ;; Returns the sums of the lanes of four vectors.
  (func $sums_of (param $p v128) (param $q v128) (param $r v128) (param $s v128) (result v128)
    (local $pq v128) (local $rs v128)
    (local.set $pq (i32x4.add
      (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $p) (local.get $q))
      (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $p) (local.get $q))))
    (local.set $rs (i32x4.add
      (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $r) (local.get $s))
      (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $r) (local.get $s))))
    (i32x4.add
      (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23 (local.get $pq) (local.get $rs))
      (i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31 (local.get $pq) (local.get $rs)))))
