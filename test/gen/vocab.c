/* SPDX-License-Identifier: MIT */
/* Lists what provers call their parts. */
#include "vocab.h"

/* The first ones are in small files, too: the order is by interest. */
const struct air vm_airs[VOCAB_AIRS] = {
	{ "ProgramAir", 10, 4, 1, 1 },
	{ "VmAirWrapper<Rv32BaseAluAdapterAir, BaseAluCoreAir<4, 8>", 36, 43,
	    19, 3 },
	{ "VmAirWrapper<Rv32LoadStoreAdapterAir, LoadStoreCoreAir<4>", 41, 35,
	    17, 3 },
	{ "MemoryMerkleAir<8>", 32, 40, 4, 3 },
	{ "VmConnectorAir", 5, 9, 3, 2 },
	{ "PersistentBoundaryAir<8>", 20, 6, 3, 3 },
	{ "VmAirWrapper<Rv32BranchAdapterAir, BranchEqualCoreAir<4>", 26, 25,
	    11, 3 },
	{ "KeccakfOpAir", 3163, 4571, 321, 3 },
	{ "XorinVmAir", 612, 187, 89, 3 },
	{ "VmAirWrapper<Rv32MultAdapterAir, MultiplicationCoreAir<4, 8>", 31,
	    26, 19, 3 },
	{ "AccessAdapterAir<16>", 25, 14, 5, 3 },
	{ "Poseidon2PeripheryAir<BabyBearParameters>, 1>", 300, 286, 1, 3 },
	{ "VariableRangeCheckerAir", 1, 4, 1, 1 },
	{ "BitwiseOperationLookupAir<8>", 2, 4, 2, 1 },
	{ "PhantomAir", 6, 5, 3, 2 },
};

const struct air recursion_airs[VOCAB_AIRS] = {
	{ "ProgramAir", 10, 4, 1, 1 },
	{ "FriReducedOpeningAir", 27, 31, 14, 3 },
	{ "VmAirWrapper<NativeAdapterAir<2, 1>, FieldArithmeticCoreAir>", 29,
	    27, 15, 3 },
	{ "NativePoseidon2Air<BabyBearParameters>, 1>", 399, 572, 31, 3 },
	{ "VmConnectorAir", 5, 8, 3, 2 },
	{ "VolatileBoundaryAir", 12, 19, 4, 3 },
	{ "VmAirWrapper<NativeLoadStoreAdapterAir<1>, "
	  "NativeLoadStoreCoreAir<1>",
	    21, 26, 19, 3 },
	{ "VmAirWrapper<BranchNativeAdapterAir, BranchEqualCoreAir<1>", 23, 25,
	    11, 3 },
	{ "JalRangeCheckAir", 12, 11, 9, 3 },
	{ "VmAirWrapper<NativeVectorizedAdapterAir<4>, FieldExtensionCoreAir>",
	    38, 35, 15, 3 },
	{ "AccessAdapterAir<2>", 11, 12, 5, 3 },
	{ "AccessAdapterAir<4>", 13, 12, 5, 3 },
	{ "AccessAdapterAir<8>", 17, 12, 5, 3 },
	{ "VariableRangeCheckerAir", 1, 4, 1, 1 },
	{ "PhantomAir", 6, 4, 3, 2 },
};

const struct opcode opcodes[VOCAB_OPCODES] = {
	{ "ADD", 1 },
	{ "SUB", 1 },
	{ "XOR", 1 },
	{ "OR", 1 },
	{ "AND", 1 },
	{ "LOADW", 2 },
	{ "STOREW", 2 },
	{ "LOADB", 2 },
	{ "STOREB", 2 },
	{ "BEQ", 6 },
	{ "BNE", 6 },
	{ "BLT", 6 },
	{ "BGE", 6 },
	{ "SLT", 1 },
	{ "SLTU", 1 },
	{ "SLL", 1 },
	{ "SRL", 1 },
	{ "SRA", 1 },
	{ "JAL", 4 },
	{ "JALR", 4 },
	{ "LUI", 4 },
	{ "AUIPC", 4 },
	{ "MUL", 9 },
	{ "MULH", 9 },
	{ "KECCAK256", 7 },
};

const char *const irs[VOCAB_IRS] = { "", "AddF", "AssertEqF", "For", "MulEF" };

const char *const gpu_modules[VOCAB_MODULES] = { "prover.stacked_commit",
	"prover.openings", "prover.merkle_tree", "generate mem proving ctxs",
	"set initial memory", "tracegen.range_checker",
	"frac_sumcheck.gkr_rounds" };
