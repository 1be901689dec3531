package org.linli.merchant.audience;

import com.fasterxml.jackson.annotation.JsonFormat;

/** @param what kind and id of what is liked */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
record Liking(String what, String merchantId) {}
